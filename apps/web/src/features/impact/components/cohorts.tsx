import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { markMonths, SurvivalCurves } from '../../../components/survival-curves.tsx'
import { isSliced } from '../model/slices.ts'
import { useCohortWords } from '../model/use-cohort-words.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { CohortTables } from './cohort-tables.tsx'
import styles from './cohorts.module.css'
import { Section } from './section.tsx'
import { TakePart } from './take-part.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }

/** Targeted beside mass: what is left of the accounts, what they brought, and what the two allow one to say. */
export function Cohorts({ page, filter }: Props) {
  const { t, f } = usePageWords(page)
  const words = useCohortWords(page)
  if (page.cohorts.forms.length === 0) return null
  const { program: _program, ...others } = filter
  const isNarrowed = page.scope === 'reach' || isSliced(others)
  const hasWithheld = page.cohorts.programs.some((row) => row.isSuppressed || row.accounts === null)
  return (
    <Section
      of={['cohorts']}
      page={page}
      title={t('cohorts.title')}
      note={t('cohorts.note', { confidence: f.percent(page.comparison.confidenceBp) })}
      say={words.sentence}
    >
      {isNarrowed && <p className={styles.said}>{t('cohorts.whole')}</p>}
      {page.asOf && <p className={styles.said}>{t('cohorts.today', { day: f.day(page.asOf) })}</p>}
      <Curves page={page} filter={filter} />
      <CohortTables page={page} filter={filter} />
      {hasWithheld && <p className={styles.withheld}>{t('cohorts.withheld', { count: f.number(page.smallestGroup) })}</p>}
    </Section>
  )
}

/** One line a form. */
function Curves({ page, filter }: Props) {
  const { t, f } = usePageWords(page)
  const words = useCohortWords(page)
  const title = t('cohorts.title')
  const drawn = page.cohorts.forms.flatMap(({ form, programIds, curve }) =>
    curve
      ? [
          {
            ...{ key: form, label: t(`cohorts.forms.${form}`), note: t('cohorts.programs', { count: programIds.length }), curve },
            look: form === 'targeted' ? ('solid' as const) : ('dashed' as const),
          },
        ]
      : [],
  )
  if (drawn.length === 0) return null
  const rows = page.cohorts.forms.filter(({ curve }) => curve)
  const table = {
    caption: title,
    head: [t('cohorts.program'), t('cohorts.alive.start'), ...markMonths.map(words.months)],
    rows: rows.map((row) => ({
      key: row.form,
      label: t(`cohorts.forms.${row.form}`),
      cells: [f.number(row.accounts ?? 0), ...markMonths.map((_, at) => words.alive(row, at))],
    })),
  }
  const said = rows.map((row) => {
    const marks = markMonths.map((count, at) => `${words.months(count)} ${words.alive(row, at)}`).join(', ')
    return t('cohorts.curve', { form: t(`cohorts.forms.${row.form}`), marks })
  })
  return (
    <ChartFrame
      table={table}
      texts={{ showTable: t('table'), showChart: t('chart') }}
      actions={<TakePart page={page} filter={filter} part="cohorts" title={title} />}
    >
      <SurvivalCurves
        curves={drawn}
        texts={{ label: t('cohorts.aria', { curves: said.join(' ; ') }), months: words.months, between: words.between }}
      />
    </ChartFrame>
  )
}
