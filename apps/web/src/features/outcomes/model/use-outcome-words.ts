import { shareDisplay } from '@oeuvre/domain/credits/rules'
import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useOutcomeTitle } from '../embed/outcome-title.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'

/** What is said of an outcome wherever it is read. */
export function useOutcomeWords() {
  const outcomes = useTranslations('outcomes')
  const t = useTranslations('review')
  const names = useVocabularyNames()
  const f = useFormat()
  const typeName = (outcome: Pick<OutcomeSummary, 'type'>) => (outcome.type ? names.type(outcome.type) : t('outcome.notStated'))
  return {
    names,
    typeName,
    title: useOutcomeTitle(),
    state: (state: OutcomeSummary['state']) => outcomes(`states.${state}`),
    role: (role: OutcomeSummary['contributors'][number]['role'], isThanked = false) =>
      isThanked ? outcomes('thanked') : outcomes(`roles.${role}`),
    /** "LinkedIn, téléphone": our own words are small within a line, names that somebody gave are left as they are. */
    channels: (outcome: OutcomeSummary) =>
      outcome.channels
        .map((channel, at) => {
          const name = names.channel(channel)
          const isOurWord = channel.name === null && channel.kind === 'conventional'
          return at > 0 && isOurWord ? name.charAt(0).toLocaleLowerCase(f.locale) + name.slice(1) : name
        })
        .join(', '),
    /** null: nothing to say, because this type has no value. */
    worth(outcome: OutcomeSummary): string | null {
      if (!outcome.isConfidentialShown) return outcome.type?.valueKind === 'none' ? null : t('list.withheld')
      if (outcome.value) return f.money(outcome.value)
      return outcome.type?.valueKind === 'none' ? null : t('list.openValue')
    },
    /** Each contributor's share as it is shown: "1/3" among equals, else per cent. */
    shares(outcome: Pick<OutcomeSummary, 'id' | 'contributors'>): ReadonlyMap<string, string> {
      const shown = shareDisplay(
        outcome.contributors.map(({ id, weight }) => ({ personId: id, weight })),
        outcome.id,
      )
      const text = (share: ReturnType<typeof shown.get>) => {
        if (!share) return ''
        return share.kind === 'fraction' ? `1/${share.of}` : f.percent(share.basisPoints, share.basisPoints % 100 === 0 ? 0 : 1)
      }
      return new Map([...shown].map(([id, share]) => [id, text(share)]))
    },
    /** Teams of those who made it happen, each once, the lead's first. */
    teams: (outcome: Pick<OutcomeSummary, 'contributors'>) => [
      ...new Map(leadFirst(outcome.contributors).flatMap(({ team }) => (team ? [[team.id, team] as const] : []))).values(),
    ],
  }
}

export function leadFirst<T extends { readonly role: string; readonly basisPoints: number }>(contributors: readonly T[]): readonly T[] {
  const lead = (one: T) => (one.role === 'lead' ? 0 : 1)
  return contributors.toSorted((a, b) => lead(a) - lead(b) || b.basisPoints - a.basisPoints)
}

/** Bands of the bar of shares and of the plate, in the order of the list beside them. */
export function bandsOf(contributors: OutcomeSummary['contributors']) {
  return leadFirst(contributors).map(({ id, role, basisPoints }) => ({ key: id, role, share: basisPoints }))
}
