import { Select } from '@mantine/core'
import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import type { Reading } from '@oeuvre/domain/transfers/overview/schema'
import type { Mapping } from '@oeuvre/domain/transfers/schema'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { fieldsOf } from '../model/mapping.ts'
import classes from './column-table.module.css'

type ColumnTableProps = {
  readonly mapping: Mapping
  readonly reading: Reading
  readonly gaps: readonly Refusal[]
  readonly onField: (index: number, field: string | null) => void
}
const leftOut = '-'

/** Each column of the file with its first values, and what it becomes. */
export function ColumnTable({ mapping, reading, gaps, onField }: ColumnTableProps) {
  const t = useTranslations('transfers.columns')
  const { number } = useFormat()
  const rows = mapping.columns.map((column, index) => ({ ...column, index, profile: reading.columns[index]?.profile }))
  const options = [
    ...fieldsOf(mapping.kind).map((value) => ({ value: value as string, label: t(`fields.${value}`) })),
    { value: leftOut, label: t('leaveOut') },
  ]
  function status({ field, index, profile }: (typeof rows)[number]) {
    if (field === null) return t('notNeeded')
    if (gaps.some((gap) => gap.field?.startsWith(`columns.${index}.`))) return <b className={classes.open}>{t('toSettle')}</b>
    return t('filled', { filled: number(profile?.filled ?? 0), rows: number(reading.rows ?? 0) })
  }
  /** How the cells are read, where there are several ways: recognised, or answered below. */
  function convention({ dateOrder, decimal }: (typeof rows)[number]) {
    if (dateOrder) return t(`orders.${dateOrder}`)
    return decimal ? t(`decimals.${decimal}`) : null
  }
  return (
    <DataTable
      caption={t('becomes')}
      rows={rows}
      rowKey={({ index }) => String(index)}
      isMuted={({ field }) => field === null}
      columns={[
        { key: 'header', header: t('header'), rowHeader: true, cell: ({ header }) => <span className={classes.header}>{header}</span> },
        {
          key: 'values',
          header: t('values'),
          phone: 'drop',
          width: '34%',
          cell: ({ profile }) => <span className={classes.values}>{profile?.samples.join(', ')}</span>,
        },
        {
          key: 'becomes',
          header: t('becomes'),
          width: 240,
          cell: ({ header, field, index }) => (
            <Select
              size="sm"
              aria-label={t('becomesOf', { column: header })}
              data={options}
              value={field ?? leftOut}
              allowDeselect={false}
              onChange={(value) => onField(index, value === leftOut ? null : value)}
            />
          ),
        },
        {
          key: 'status',
          phone: 'drop',
          width: 140,
          cell: (row) => (
            <span className={classes.status}>
              {status(row)} {convention(row) && <small className={classes.convention}>{convention(row)}</small>}
            </span>
          ),
        },
      ]}
    />
  )
}
