import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfPrograms } from '@oeuvre/domain/impact/stories/rules'
import { formatListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { FormRow, ProgramRow } from '@oeuvre/domain/programs/beside/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { markMonths } from '../../../components/survival-curves.tsx'
import { useShell } from '../../../lib/shell.ts'
import { useCohortWords } from '../model/use-cohort-words.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './cohorts.module.css'
import { FigureLink } from './figure-link.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }
type Row = FormRow | ProgramRow

const isForm = (row: Row): row is FormRow => !('id' in row)
const keyOf = (row: Row) => (isForm(row) ? row.form : row.id)

/** Each form, and below it its programs: what is left, what they brought, and for how much. */
export function CohortTables({ page, filter }: Props) {
  const { t } = usePageWords(page)
  const { forms, programs } = page.cohorts
  // A form's only program stands in its row.
  const below = (form: FormRow) => (form.programIds.length > 1 ? programs.filter((row) => row.form === form.form) : [])
  const rows = forms.flatMap((form): Row[] => [form, ...below(form)])
  const name = (hasDays: boolean): Column<Row> => ({
    ...{ key: 'name', header: t('cohorts.program'), rowHeader: true },
    cell: (row) => <Name page={page} row={row} hasDays={hasDays} />,
  })
  const tables = [
    { key: 'alive', title: t('cohorts.alive.title'), columns: useAlive(page) },
    { key: 'results', title: t('cohorts.results.title'), columns: useResults(page, filter) },
    ...[{ key: 'value', title: t('cohorts.value.title'), columns: useValue(page) }].filter(() =>
      rows.some((row) => row.valueMinor !== null),
    ),
  ]
  return tables.map(({ key, title, columns }) => (
    <div key={key} className={styles.table}>
      <DataTable caption={title} captionShown columns={[name(key === 'alive'), ...columns]} rows={rows} rowKey={keyOf} tight />
    </div>
  ))
}

function Name({ page, row, hasDays }: { readonly page: ImpactPage; readonly row: Row; readonly hasDays: boolean }) {
  const { t, f } = usePageWords(page)
  const { organization } = useShell()
  if (isForm(row)) {
    const only = row.programIds.length === 1 ? page.cohorts.programs.find(({ id }) => id === row.programIds[0]) : undefined
    return (
      <span className={styles.form}>
        {t(`cohorts.forms.${row.form}`)}
        {only ? (
          <Name page={page} row={only} hasDays={hasDays} />
        ) : (
          <small> {t('cohorts.programs', { count: row.programIds.length })}</small>
        )}
      </span>
    )
  }
  return (
    <span className={styles.program}>
      <ScreenLink look="plain" to="/$organization/programs/$id" params={{ organization, id: row.id }}>
        {row.title}
      </ScreenLink>
      {hasDays && <small>{f.dayRange(row.from, row.until)}</small>}
    </span>
  )
}

function useAlive(page: ImpactPage): Column<Row>[] {
  const { t, f } = usePageWords(page)
  const words = useCohortWords(page)
  const few = t('cohorts.few', { count: f.number(page.smallestGroup) })
  return [
    {
      ...{ key: 'accounts', header: t('cohorts.alive.start'), align: 'right', width: 88 },
      cell: ({ accounts }) => (accounts === null ? few : f.number(accounts)),
    },
    ...markMonths.map(
      (count, at): Column<Row> => ({
        ...{ key: String(count), header: words.months(count), align: 'right', width: 88, phone: count === 6 ? 'keep' : 'drop' },
        ...{ strong: count === 6 },
        cell: (row) => (
          <>
            {words.alive(row, at)}
            {isForm(row) && row.curve && row.survival?.[at]?.share && (
              <small className={styles.risk}>{t('cohorts.alive.watched', { count: row.curve.atRisk[at + 1]?.count ?? 0 })}</small>
            )}
          </>
        ),
      }),
    ),
  ]
}

function useResults(page: ImpactPage, filter: ImpactFilter): Column<Row>[] {
  const { t, f, value } = usePageWords(page)
  const words = useCohortWords(page)
  const few = t('cohorts.few', { count: f.number(page.smallestGroup) })
  const search = (row: Row) => formatListFilter(storiesOfPrograms(filter, { ...row, programIds: isForm(row) ? row.programIds : [row.id] }))
  return [
    {
      ...{ key: 'people', header: t('cohorts.results.people'), align: 'right', width: 96 },
      cell: ({ people }) => (people === null ? few : f.number(people)),
    },
    {
      ...{ key: 'results', header: t('cohorts.results.results'), align: 'right', strong: true, width: 80 },
      cell: (row) => <FigureLink search={row.outcomes > 0 ? search(row) : null}>{f.number(row.outcomes)}</FigureLink>,
    },
    {
      ...{ key: 'perPeople', header: t('cohorts.results.perPeople'), align: 'right', width: 104 },
      cell: ({ perPersonBp }) => words.perHundred(perPersonBp),
    },
    {
      ...{ key: 'perAccounts', header: t('cohorts.results.perAccounts'), align: 'right', width: 96, phone: 'drop' },
      cell: ({ perAccountBp }) => words.perHundred(perAccountBp),
    },
    {
      ...{ key: 'cost', header: t('cohorts.results.cost'), align: 'right', width: 104, phone: 'drop' },
      cell: ({ costPerResultMinor }) => (costPerResultMinor === null ? '—' : value(costPerResultMinor)),
    },
  ]
}

function useValue(page: ImpactPage): Column<Row>[] {
  const { t, f, value } = usePageWords(page)
  const amount = (minor: string | null) => (minor === null ? '—' : value(minor))
  return [
    {
      ...{ key: 'value', header: t('cohorts.value.value'), align: 'right', strong: true, width: 88 },
      cell: ({ valueMinor }) => amount(valueMinor),
    },
    {
      ...{ key: 'perPerson', header: t('cohorts.value.perPerson'), align: 'right', width: 104 },
      cell: ({ valuePerPersonMinor }) => amount(valuePerPersonMinor),
    },
    {
      ...{ key: 'perAccount', header: t('cohorts.value.perAccount'), align: 'right', width: 96, phone: 'drop' },
      cell: ({ valuePerAccountMinor }) => amount(valuePerAccountMinor),
    },
    {
      ...{ key: 'cost', header: t('cohorts.value.cost'), align: 'right', width: 120, phone: 'drop' },
      cell: ({ costPerValueBp }) => (costPerValueBp === null ? '—' : f.percent(Number(costPerValueBp))),
    },
  ]
}
