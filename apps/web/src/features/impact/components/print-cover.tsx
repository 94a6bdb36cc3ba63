import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { Wordmark } from '@oeuvre/ui/marks/wordmark.tsx'
import { useTranslations } from 'use-intl'
import { useShell } from '../../../lib/shell.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './print-cover.module.css'

/** What the page is narrowed to, by name, as far as the answer knows them. */
function useSlice(page: ImpactPage, filter: ImpactFilter): string[] {
  const { t } = usePageWords(page)
  const names = useVocabularyNames()
  const named = (rows: ImpactPage['skills'], ids: readonly string[] = []) =>
    rows.flatMap((row) => (row.id && ids.includes(row.id) ? [names.skill(row)] : []))
  return [
    ...page.teams.flatMap((row) => (row.teamId !== null && row.teamId === filter.team ? [row.name ?? ''] : [])),
    ...page.types.flatMap(({ type }) => (filter.type?.includes(type.id) ? [names.type(type)] : [])),
    ...page.channels.flatMap(({ channel }) => (filter.channel?.includes(channel.id) ? [names.channel(channel)] : [])),
    ...(filter.side ?? []).map((side) => t(`sides.names.${side}`)),
    ...named(page.skills, filter.skill),
    ...named(page.programs, filter.program),
    ...named(page.objectives, filter.objective),
  ].filter(Boolean)
}

/** The head of the first sheet: whose figures, of when, in what, seen from when. */
export function PrintCover({ page, filter }: { page: ImpactPage; filter: ImpactFilter }) {
  const t = useTranslations('reports.print')
  const { f, periodOf } = usePageWords(page)
  const { settings, person } = useShell()
  const slice = useSlice(page, filter)
  const { from, to } = page.period
  const facts = [
    t('days', { from: f.day(from), to: f.day(to) }),
    ...(page.compared ? [t('compared', { from: f.day(page.compared.from), to: f.day(page.compared.to) })] : []),
    ...(page.asOf ? [t('asOf', { day: f.day(page.asOf) })] : []),
    t('currency', { currency: f.currencyName(page.currency) }),
    page.scope === 'organization' ? t('organization') : t('reach', { name: person.name }),
  ]
  return (
    <header className={styles.cover}>
      <p className={styles.kicker}>
        <span>{settings.name}</span>
        <Wordmark label="Oeuvre" size={18} />
      </p>
      <h1>
        {t('kicker')} <span>{periodOf(page.period)}</span>
      </h1>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {slice.length > 0 && <p className={styles.facts}>{t('slice', { list: f.list(slice) })}</p>}
    </header>
  )
}
