import { shareDisplay } from '@oeuvre/domain/credits/rules'
import type { PortfolioStory } from '@oeuvre/domain/recognition/portfolio/schema'
import type { ResumeWords } from '@oeuvre/domain/recognition/resume/rules'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'

export type Days = { readonly from?: string | undefined; readonly to?: string | undefined }

/** What is said of somebody's work, on a screen, on paper and in files. */
export function useWorkWords(ownerId: string, days: Days): ResumeWords {
  const t = useTranslations('recognition.work')
  const outcomes = useTranslations('outcomes')
  const names = useVocabularyNames()
  const f = useFormat()
  const period = usePeriod(days)
  return {
    heading: t('title'),
    period,
    type: ({ type }) => (type ? names.type(type) : t('result')),
    skill: (skill) => names.skill(skill),
    part: ({ id, role, weights }: PortfolioStory) => {
      const share = shareDisplay(weights, id).get(ownerId)
      if (!share) return outcomes('thanked')
      const figure = share.kind === 'fraction' ? `1/${share.of}` : f.percent(share.basisPoints, share.basisPoints % 100 === 0 ? 0 : 1)
      return `${outcomes(`roles.${role}`)}, ${figure}`
    },
    day: (day) => f.day(day),
    award: t('award'),
    former: t('former'),
    untitled: t('untitled'),
    sections: { stories: t('stories'), skills: t('skills'), awards: t('awards'), thanks: t('thanks') },
    prompts: { situation: t('prompts.situation'), action: t('prompts.action'), result: t('prompts.result') },
    withWhom: (people) => t('with', { names: f.list(people) }),
  }
}

function usePeriod({ from, to }: Days): string {
  const t = useTranslations('recognition.work')
  const f = useFormat()
  if (from && to) return t('between', { from: f.day(from), to: f.day(to) })
  if (from) return t('since', { from: f.day(from) })
  return to ? t('until', { to: f.day(to) }) : t('always')
}
