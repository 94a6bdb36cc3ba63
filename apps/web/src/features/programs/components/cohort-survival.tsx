import type { Cohort } from '@oeuvre/domain/programs/cohort/schema'
import type { Curve } from '@oeuvre/domain/programs/curve/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useTranslations } from 'use-intl'
import { markMonths, SurvivalCurves } from '../../../components/survival-curves.tsx'
import { useFormat } from '../../../lib/format.ts'
import styles from '../embed/cohort-part.module.css'

type Row = NonNullable<Cohort['survival']>[number] & { readonly atRisk: number }
type SurvivalProps = {
  readonly survival: NonNullable<Cohort['survival']>
  readonly curve: Curve
  /** Of the people in no program, as a group; null: too few. */
  readonly none: Curve | null
  readonly accounts: number
}

/** What is left of its accounts: drawn with its band, and the same figures with how many were still watched. */
export function CohortSurvival({ survival, curve, none, accounts }: SurvivalProps) {
  const t = useTranslations('programs.cohort')
  const f = useFormat()
  const months = (count: number) => t('months', { count })
  const between = (low: string, high: string) => t('between', { low, high })
  const rows = survival.map((row): Row => ({ ...row, atRisk: curve.atRisk.find(({ days }) => days === row.days)?.count ?? 0 }))
  const monthsOf = ({ days }: Row) => months(markMonths[survival.findIndex((row) => row.days === days)] ?? 0)
  const share = (row: Row) => (row.share === null ? t('notYet') : f.percent(row.share.bp))
  const columns: Column<Row>[] = [
    {
      ...{ key: 'after', header: t('accounts', { count: f.number(accounts), plural: accounts }), rowHeader: true },
      cell: (row) => t('afterMonths', { months: monthsOf(row) }),
    },
    { key: 'share', header: t('alive'), align: 'right', width: 120, cell: share },
    {
      ...{ key: 'band', header: t('band'), align: 'right', width: 152 },
      cell: ({ share: at }) =>
        at === null || at.lowBp === null || at.highBp === null ? '–' : between(f.percent(at.lowBp), f.percent(at.highBp)),
    },
    { key: 'risk', header: t('watched'), align: 'right', width: 144, phone: 'drop', cell: ({ atRisk }) => f.number(atRisk) },
  ]
  const own = { key: 'own', label: t('curveOwn'), look: 'solid' as const, curve }
  const others = none ? [{ key: 'none', label: t('curveNone'), look: 'dashed' as const, curve: none }] : []
  return (
    <div>
      <SurvivalCurves
        curves={[own, ...others]}
        texts={{ label: t('curve', { marks: rows.map((row) => `${monthsOf(row)} ${share(row)}`).join(', ') }), months, between }}
      />
      <div className={styles.marks}>
        <DataTable caption={t('survival')} captionShown columns={columns} rows={rows} rowKey={({ days }) => String(days)} tight />
      </div>
      <p className={styles.note}>{t('survivalNote')}</p>
    </div>
  )
}
