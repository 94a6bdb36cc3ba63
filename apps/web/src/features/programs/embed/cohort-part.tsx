import type { Cohort } from '@oeuvre/domain/programs/cohort/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Track } from '@oeuvre/ui/data/track.tsx'
import { type Figure, Figures } from '@oeuvre/ui/layout/figures.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import styles from './cohort-part.module.css'

type Money = { readonly currency: string; readonly digits: number }
type CohortPartProps = {
  readonly cohort: Cohort
  readonly money: Money
  /** Opens the results that name it. */
  readonly onOpen: () => void
  readonly href: string
}

/** What came of a program: results, what one cost, how many led to anything, and what is left of the accounts. */
export function CohortPart({ cohort, money, onOpen, href }: CohortPartProps) {
  const t = useTranslations('programs.cohort')
  const figures = useFigures(cohort, money)
  return (
    <div className={styles.part}>
      <Figures label={t('title')} figures={figures.map((figure) => (figure.key === 'results' ? { ...figure, href, onOpen } : figure))} />
      {cohort.isSuppressed && <p className={styles.few}>{t('few', { count: cohort.smallestGroup })}</p>}
      {cohort.survival ? (
        <Survival survival={cohort.survival} accounts={cohort.accounts ?? 0} />
      ) : (
        <p className={styles.few}>{t('fewAccounts', { count: cohort.smallestGroup })}</p>
      )}
    </div>
  )
}

function useFigures(cohort: Cohort, { currency, digits }: Money): Figure[] {
  const t = useTranslations('programs.cohort')
  const f = useFormat()
  const { perPersonBp, perAccountBp, valueMinor, valuePerPersonMinor, led, people, firstAfterDays, costPerResultMinor, hoursPerResult } =
    cohort
  const results = (bp: string) => f.number(Number(bp) / 10_000)
  const money = (minor: string) => f.moneyCompact({ minor, currency, digits })
  const notes = [
    ...(perPersonBp === null ? [] : [t('perPerson', { amount: results(perPersonBp) })]),
    ...(perAccountBp === null ? [] : [t('perAccount', { amount: results(perAccountBp) })]),
  ]
  const after = firstAfterDays === null ? {} : { note: t('firstAfter', { days: f.days(firstAfterDays) }) }
  const hours = hoursPerResult === null ? {} : { note: t('hoursPer', { count: f.number(hoursPerResult) }) }
  return [
    { key: 'results', label: t('results'), value: f.number(cohort.outcomes), ...(notes.length > 0 && { note: notes.join(' · ') }) },
    ...(valueMinor === null
      ? []
      : [
          {
            key: 'value',
            label: t('value'),
            value: money(valueMinor),
            ...(valuePerPersonMinor !== null && { note: t('perPerson', { amount: money(valuePerPersonMinor) }) }),
          },
        ]),
    ...(led === null || people === null
      ? []
      : [{ key: 'led', label: t('led'), value: f.number(led), unit: t('ofPeople', { people: f.number(people) }), ...after }]),
    ...(costPerResultMinor === null
      ? []
      : [{ key: 'cost', label: t('cost'), value: f.moneyCompact({ minor: costPerResultMinor, currency, digits }), ...hours }]),
  ]
}

type Row = NonNullable<Cohort['survival']>[number]

function Survival({ survival, accounts }: { readonly survival: readonly Row[]; readonly accounts: number }) {
  const t = useTranslations('programs.cohort')
  const f = useFormat()
  const months = (days: number) => t('after', { count: Math.round(days / 30.4) })
  const columns: Column<Row>[] = [
    {
      key: 'after',
      header: t('accounts', { count: f.number(accounts), plural: accounts }),
      rowHeader: true,
      cell: ({ days }) => months(days),
    },
    {
      key: 'share',
      header: t('alive'),
      align: 'right',
      width: 136,
      cell: ({ share }) => (share === null ? t('notYet') : f.percent(share.bp)),
    },
    { key: 'bar', width: '24%', phone: 'drop', cell: ({ share }) => share && <Track share={share.bp / 10_000} /> },
    {
      key: 'band',
      header: t('band'),
      align: 'right',
      width: 176,
      cell: ({ share }) =>
        share === null || share.lowBp === null || share.highBp === null
          ? '–'
          : t('between', { low: f.percent(share.lowBp), high: f.percent(share.highBp) }),
    },
  ]
  return (
    <div>
      <DataTable caption={t('survival')} captionShown columns={columns} rows={survival} rowKey={({ days }) => String(days)} tight />
      <p className={styles.note}>{t('survivalNote')}</p>
    </div>
  )
}
