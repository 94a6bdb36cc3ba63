import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { Sentence } from '@oeuvre/ui/reading/sentence.tsx'
import { useShell } from '../../../lib/shell.ts'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureLink } from './figure-link.tsx'

const few = 8

/** Written from the figures, right in grammar and number; honest when there is little. */
export function ImpactSentence({ page, filter }: { page: ImpactPage; filter: ImpactFilter }) {
  const { t, f, money, lead } = usePageWords(page)
  const { search } = useOpen(filter, page)
  const shell = useShell()
  const s = page.sentence
  const running = page.period.isUnfinished ? `${t('sentence.running', { day: f.day(page.asOf ?? shell.today) })} ` : ''
  const byline = `${running}${t('sentence.byline', { version: f.number(page.ledgerVersion) })}`
  if (s.kind === 'nothing') return <Sentence byline={byline}>{t('sentence.nothing')}</Sentence>
  const all = search()
  const opening = (text: string) => () => (
    <FigureLink look="link" search={all}>
      {text}
    </FigureLink>
  )
  const social = () => (
    <FigureLink look="link" search={search({ side: ['social', 'both'] })}>
      {f.percent(s.socialBp)}
    </FigureLink>
  )
  return (
    <Sentence byline={s.outcomes < few ? `${t('sentence.few')} ${byline}` : byline}>
      {lead(page.period)}
      {t.rich('sentence.brought', {
        count: s.people,
        people: opening(t('sentence.people', { count: s.people })),
        teams: opening(t('sentence.teams', { count: s.teams })),
        results: opening(t('sentence.results', { count: s.outcomes })),
      })}
      {s.valueMinor !== null && t.rich('sentence.worth', { value: opening(f.moneyCompact(money(s.valueMinor))) })}
      {s.outcomes < few
        ? '.'
        : t.rich('sentence.social', { social, isOne: String(s.socialBp * s.outcomes < 20_000 && f.locale.startsWith('fr')) })}
    </Sentence>
  )
}
