import type { FaultyRow } from '@oeuvre/domain/transfers/overview/schema'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { TextLink } from '@oeuvre/ui/actions/text-link.tsx'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from './faulty-rows.module.css'

/** Each fault with its row, column, value and reason; a row of several faults has several lines. */
export function FaultyRows({ id, count }: { readonly id: string; readonly count: number }) {
  const t = useTranslations('transfers.faults')
  const words = useTranslations('words')
  const { organization } = useShell()
  const faults = useInfiniteQuery(trpc.transfers.faults.infiniteQueryOptions({ id }, { getNextPageParam: (page) => page.next }))
  if (count === 0) return null
  const rows = faults.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Part title={t('title', { count })} hint={t('note')} ruled>
      <FaultTable rows={rows} />
      {faults.hasNextPage && (
        <MoreButton onClick={() => void faults.fetchNextPage()} loading={faults.isFetchingNextPage}>
          {words('more')}
        </MoreButton>
      )}
      <p className={classes.download}>
        <TextLink look="more" href={`/api/o/${encodeURIComponent(organization)}/imports/${id}/faults.csv`} download>
          {t('download')}
        </TextLink>
      </p>
    </Part>
  )
}

function FaultTable({ rows }: { readonly rows: readonly FaultyRow[] }) {
  const t = useTranslations('transfers.faults')
  const words = useWords()
  const { number } = useFormat()
  const faults = rows.flatMap((row) => row.faults.map((fault, index) => ({ ...row, fault, index })))
  return (
    <DataTable
      caption={t('reason')}
      rows={faults}
      rowKey={(row) => `${row.number}-${row.index}`}
      columns={[
        {
          key: 'row',
          header: t('row'),
          rowHeader: true,
          width: 150,
          cell: (row) => (
            <>
              {number(row.number)} <small className={classes.line}>{t('inFile', { line: number(row.line) })}</small>
            </>
          ),
        },
        { key: 'column', header: t('column'), phone: 'drop', cell: ({ fault }) => fault.column ?? '' },
        {
          key: 'value',
          header: t('value'),
          cell: ({ fault }) => <span className={classes.value}>{fault.value.trim() === '' ? t('empty') : fault.value}</span>,
        },
        { key: 'reason', header: t('reason'), width: '36%', cell: ({ fault: { code, params } }) => words({ code, params }) },
      ]}
    />
  )
}
