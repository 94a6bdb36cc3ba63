import type { Closing, Restatement, RestatementsOutput, Sums } from '@oeuvre/domain/impact/closing/schema'
import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import { isMoved, isNothing, signed } from '../model/restated.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './closing.module.css'

type Told = { readonly closing: Closing; readonly page: ImpactPage }

/** "Reported on 4 October, ledger no. 4,812; since then three restatements", what they add up to, and each of them. */
export function Reported({ closing, page }: Told) {
  const t = useTranslations('closing')
  const { f, money } = usePageWords(page)
  const { data } = useQuery(trpc.impact.restatements.queryOptions({ id: closing.id }))
  const { closedAt, closedBy, ledgerVersion, note, figures } = closing
  const said = { at: f.instantDay(closedAt), version: f.number(ledgerVersion) }
  const apart = figures.notConverted.map(({ valueMinor, ...rest }) => f.money({ minor: valueMinor, ...rest }))
  return (
    <>
      <p className={styles.line}>
        {closedBy ? t('reported', { ...said, name: closedBy.name }) : t('reportedBySomebody', said)}{' '}
        {data && <Since data={data} page={page} />}
      </p>
      {note !== '' && <p className={styles.note}>{note}</p>}
      {data && isMoved(data.restated) && <SumTable closing={closing} data={data} page={page} />}
      {data && data.restatements.length > 0 && <Restatements restatements={data.restatements} page={page} />}
      {data && data.more > 0 && <p className={styles.note}>{t('more', { count: data.more })}</p>}
      {data && data.withoutEffect > 0 && <p className={styles.note}>{t('withoutEffect', { count: data.withoutEffect })}</p>}
      {apart.length > 0 && <p className={styles.note}>{t('notConverted', { list: f.list(apart) })}</p>}
      {!data && <p className={styles.note}>{f.money(money(figures.valueMinor))}</p>}
    </>
  )
}

function Since({ data, page }: { readonly data: RestatementsOutput; readonly page: ImpactPage }) {
  const t = useTranslations('closing')
  const { f, money } = usePageWords(page)
  const { restated, restatements, more } = data
  const count = restatements.length + more
  if (count === 0) return t('unchanged')
  const results = BigInt(restated.resultsBp)
  const moved = Math.abs(Number(results) / 10_000)
  const difference = signed(results, () => f.number(moved))
  return t('since', {
    count,
    results: isNothing(restated.resultsBp) ? t('noResultMoved') : t('resultsMoved', { count: moved, difference }),
    value: isNothing(restated.valueMinor) ? t('noValueMoved') : signed(BigInt(restated.valueMinor), (size) => f.money(money(size))),
  })
}

function SumTable({ closing, data, page }: Told & { readonly data: RestatementsOutput }) {
  const t = useTranslations('closing')
  const { results, f, money } = usePageWords(page)
  const of = (sums: Sums, key: 'results' | 'value' | 'potential') =>
    BigInt({ results: sums.resultsBp, value: sums.valueMinor, potential: sums.potentialMinor }[key])
  const { figures } = closing
  const all = [figures, data.restated, data.now]
  const rows = (['results', 'value', 'potential'] as const).filter((key) => key !== 'potential' || all.some((sums) => of(sums, key) !== 0n))
  const say = (key: (typeof rows)[number]) => (amount: bigint) => (key === 'results' ? results(amount) : f.money(money(amount)))
  return (
    <DataTable
      tight
      caption={t('sums.title')}
      rows={rows}
      rowKey={(key) => key}
      columns={[
        { key: 'what', header: t('sums.what'), rowHeader: true, cell: (key) => t(key) },
        { key: 'reported', header: t('sums.reported'), align: 'right', cell: (key) => say(key)(of(figures, key)) },
        { key: 'restated', header: t('sums.restated'), align: 'right', cell: (key) => signed(of(data.restated, key), say(key)) },
        { key: 'now', header: t('sums.now'), align: 'right', strong: true, cell: (key) => say(key)(of(data.now, key)) },
      ]}
    />
  )
}

function Restatements({ restatements, page }: { readonly restatements: readonly Restatement[]; readonly page: ImpactPage }) {
  const t = useTranslations('closing')
  const { organization } = useShell()
  const { results, f, money } = usePageWords(page)
  const moved = (minor: string) => signed(BigInt(minor), (size) => f.money(money(size)))
  const hasPotential = restatements.some(({ potentialMinor }) => !isNothing(potentialMinor))
  const potential: Column<Restatement>[] = hasPotential
    ? [{ key: 'potential', header: t('potential'), align: 'right', cell: ({ potentialMinor }) => moved(potentialMinor) }]
    : []
  return (
    <div className={styles.list}>
      <DataTable
        tight
        captionShown
        caption={t('list.title')}
        rows={restatements}
        rowKey={({ outcomeId, day, cause }) => `${outcomeId} ${day} ${cause}`}
        columns={[
          {
            key: 'what',
            header: t('list.what'),
            rowHeader: true,
            cell: ({ title, outcomeId }) =>
              title === null ? (
                t('hidden')
              ) : (
                <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: outcomeId }} look="plain">
                  {title}
                </ScreenLink>
              ),
          },
          {
            key: 'why',
            header: t('list.why'),
            cell: ({ cause, words, day }) => (
              <>
                {t(`causes.${cause}`)}
                <span className={styles.words}>
                  {f.day(day, 'medium')}
                  {words !== null && <> · {words}</>}
                </span>
              </>
            ),
          },
          {
            key: 'results',
            header: t('list.results'),
            align: 'right',
            phone: 'drop',
            cell: ({ resultsBp }) => signed(BigInt(resultsBp), results),
          },
          { key: 'value', header: t('list.value'), align: 'right', cell: ({ valueMinor }) => moved(valueMinor) },
          ...potential,
        ]}
      />
    </div>
  )
}
