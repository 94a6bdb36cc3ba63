import type { Dimension, EquityGroup, EquityRate } from '@oeuvre/domain/equity/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import styles from './equity.module.css'

/** Groups in their own order, never by a figure: what became of their parts, each share with its interval. */
export function GroupTable({ by, rows }: { readonly by: Dimension; readonly rows: readonly EquityGroup[] }) {
  const t = useTranslations('equity')
  const f = useFormat()
  const nameOf = useGroupName(by)
  const rate = (header: string, of: (figures: NonNullable<EquityGroup['figures']>) => EquityRate, key: string): Column<EquityGroup> => ({
    ...{ key, header, align: 'right', width: 116 },
    cell: ({ figures }) => figures && <Rate rate={of(figures)} />,
  })
  const columns: Column<EquityGroup>[] = [
    {
      ...{ key: 'group', header: t('group'), rowHeader: true },
      cell: nameOf,
    },
    {
      key: 'people',
      header: t('people'),
      align: 'right',
      width: 88,
      phone: 'drop',
      cell: ({ figures }) => figures && f.number(figures.people),
    },
    {
      key: 'logged',
      header: t('logged'),
      align: 'right',
      width: 104,
      phone: 'drop',
      cell: ({ figures }) => figures && f.number(figures.logged),
    },
    rate(t('verified'), ({ verified }) => verified, 'verified'),
    rate(t('onStage'), ({ onStage }) => onStage, 'onStage'),
    rate(t('thanked'), ({ thanked }) => thanked, 'thanked'),
  ]
  const shown = rows.filter(({ figures }) => figures !== null)
  const hidden = rows.filter(({ figures }) => figures === null)
  if (rows.every(isUnknown)) return <p className={styles.empty}>{t('onlyUnknown')}</p>
  return (
    <>
      {shown.length > 0 && <DataTable caption={t(`by.${by}.title`)} columns={columns} rows={shown} rowKey={({ key }) => key} />}
      {hidden.length > 0 && <p className={styles.hidden}>{t('hidden', { names: f.list(hidden.map(nameOf)) })}</p>}
    </>
  )
}

const isUnknown = ({ name, code }: EquityGroup) => name === null && code === null

function Rate({ rate }: { readonly rate: EquityRate }) {
  const t = useTranslations('equity')
  const f = useFormat()
  if (rate === null) return '—'
  return (
    <span className={styles.rate}>
      {f.percent(rate.bp)}
      <small>{t('range', { low: f.percent(rate.lowBp), high: f.percent(rate.highBp) })}</small>
      {rate.isApart && (
        <small>
          <span className={styles.apart}>{t('apart')}</span>
        </small>
      )}
    </span>
  )
}

function useGroupName(by: Dimension): (group: EquityGroup) => string {
  const t = useTranslations('equity')
  const roles = useTranslations('outcomes.roles')
  const names = useVocabularyNames()
  return ({ name, code }) => {
    if (name === null && code === null) return t(`by.${by}.none`)
    if (by === 'trade') return names.skill({ code, name })
    if (by === 'seniority') return t(`seniority.${code as '0'}`)
    if (by === 'role') return roles(code as 'lead')
    return name ?? ''
  }
}
