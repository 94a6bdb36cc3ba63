import type { Reading } from '@oeuvre/domain/transfers/overview/schema'
import type { DealMapping } from '@oeuvre/domain/transfers/schema'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'

type ValueTableProps<Value extends { readonly value: string }> = {
  readonly title: string
  readonly hint: string
  readonly means: string
  readonly field: 'stage' | 'channel'
  readonly mapping: DealMapping
  readonly reading: Reading
  readonly values: readonly Value[]
  readonly choose: (value: Value) => ReactNode
}

/** The different values of a column, each with its number of rows and what it means. Nothing where the column is not mapped. */
export function ValueTable<Value extends { readonly value: string }>({
  title,
  hint,
  means,
  field,
  mapping,
  reading,
  values,
  choose,
}: ValueTableProps<Value>) {
  const t = useTranslations('transfers.stages')
  const { number } = useFormat()
  if (values.length === 0) return null
  const profiles = mapping.columns.flatMap((column, index) =>
    column.field === field ? (reading.columns[index]?.profile.values ?? []) : [],
  )
  const counts = new Map(profiles.map(({ value, count }) => [value, count]))
  return (
    <Part title={title} hint={hint} ruled>
      <DataTable
        caption={title}
        rows={values}
        rowKey={({ value }) => value}
        columns={[
          { key: 'value', header: t('value'), rowHeader: true, cell: ({ value }) => value || t('blank') },
          {
            key: 'rows',
            header: t('rows'),
            align: 'right',
            width: 100,
            phone: 'drop',
            cell: ({ value }) => number(counts.get(value) ?? 0),
          },
          { key: 'means', header: means, width: 300, cell: choose },
        ]}
      />
    </Part>
  )
}
