import type { CohortFigures } from '@oeuvre/domain/programs/cohort/schema'
import type { CohortInCompany } from '@oeuvre/domain/programs/company/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import styles from '../embed/cohort-part.module.css'

type Told = Pick<CohortFigures, 'isSuppressed' | 'people' | 'resultsBp' | 'perPersonBp' | 'valuePerPersonMinor' | 'survival'>
type Row = Told & {
  readonly key: string
  readonly name: ReactNode
  /** Results that belong to a program are told whatever its size. */
  readonly isOfProgram?: boolean
}
type Money = { readonly currency: string; readonly digits: number }

type BesideAllProps = {
  readonly cohort: CohortInCompany
  readonly money: Money
  /** The days that are looked at, for the others' own pages. */
  readonly search: Readonly<Record<string, string>>
}

/** Its waves, the other programs, and whoever takes part in none: each in the same columns. */
export function CohortBeside({ cohort, money, search }: BesideAllProps) {
  const t = useTranslations('programs.cohort')
  const f = useFormat()
  const { organization } = useShell()
  const { waves, others, participants, none, smallestGroup } = cohort
  const count = String(smallestGroup)
  const own: Row = { ...cohort, key: 'own', name: <strong>{t('others.this')}</strong>, isOfProgram: true }
  const rowsOfOthers = others.map(
    (row): Row => ({
      ...{ ...row, key: row.id, isOfProgram: true },
      name: (
        <ScreenLink look="plain" to="/$organization/programs/$id" params={{ organization, id: row.id }} search={search as never}>
          {row.title}
        </ScreenLink>
      ),
    }),
  )
  return (
    <>
      {waves.length > 0 && (
        <Beside
          title={t('waves.title')}
          head={t('waves.one')}
          note={t('waves.note', { count })}
          rows={waves.map((row) => ({ ...row, key: String(row.wave), name: f.number(row.wave) }))}
          money={money}
        />
      )}
      {others.length > 0 && <Beside title={t('others.title')} head={t('others.one')} rows={[own, ...rowsOfOthers]} money={money} />}
      {none && !participants.isSuppressed ? (
        <Beside
          title={t('none.title')}
          head={t('none.group')}
          note={t('none.note', { days: f.dayRange(cohort.from, cohort.until) })}
          rows={[
            { ...participants, key: 'participants', name: t('none.participants') },
            { ...none, key: 'none', name: t('none.none') },
          ]}
          money={money}
        />
      ) : (
        <p className={styles.few}>{cohort.from > cohort.until ? t('none.noDays') : t('none.few', { count })}</p>
      )}
    </>
  )
}

type BesideProps = {
  readonly title: string
  readonly head: string
  readonly note?: string
  readonly rows: readonly Row[]
  readonly money: Money
}

function Beside({ title, head, note, rows, money }: BesideProps) {
  const t = useTranslations('programs.cohort')
  const f = useFormat()
  const isValueKnown = rows.some((row) => row.valuePerPersonMinor !== null)
  const columns: Column<Row>[] = [
    { key: 'name', header: head, rowHeader: true, cell: ({ name }) => name },
    { key: 'people', header: t('people'), align: 'right', width: 96, cell: ({ people }) => (people === null ? '—' : f.number(people)) },
    {
      ...{ key: 'results', header: t('count'), align: 'right', width: 88, phone: 'drop' },
      cell: ({ resultsBp, isSuppressed, isOfProgram }) => (isSuppressed && !isOfProgram ? '—' : f.number(Number(resultsBp) / 10_000)),
    },
    {
      ...{ key: 'perPeople', header: t('perPeople'), align: 'right', strong: true, width: 112 },
      cell: ({ perPersonBp }) => (perPersonBp === null ? '—' : f.number(Number(perPersonBp) / 100)),
    },
    ...(isValueKnown
      ? [
          {
            ...{ key: 'value', header: t('valuePer'), align: 'right' as const, width: 120, phone: 'drop' as const },
            cell: ({ valuePerPersonMinor: minor }: Row) => (minor === null ? '—' : f.moneyCompact({ minor, ...money })),
          },
        ]
      : []),
    {
      ...{ key: 'alive', header: t('alive6'), align: 'right', width: 112 },
      cell: ({ survival }) => {
        const share = survival?.find(({ days }) => days === 183)?.share
        return share ? f.percent(share.bp) : '—'
      },
    },
  ]
  return (
    <div>
      <DataTable caption={title} captionShown columns={columns} rows={rows} rowKey={({ key }) => key} tight />
      {note && <p className={styles.note}>{note}</p>}
    </div>
  )
}
