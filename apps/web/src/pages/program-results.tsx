import { formatListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { CohortInCompany } from '@oeuvre/domain/programs/company/schema'
import type { ProgramPage } from '@oeuvre/domain/programs/schema'
import { type CohortView, formatCohortView } from '@oeuvre/domain/programs/views/schema'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useRouter } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { DaysNotice, DaysPicks } from '../features/impact/embed/past-days.tsx'
import { CohortPart } from '../features/programs/embed/cohort-part.tsx'
import { useCohort } from '../features/programs/embed/use-cohort.ts'
import { useShell } from '../lib/shell.ts'

type ResultsProps = {
  readonly id: string
  readonly page: ProgramPage
  readonly view: CohortView
  readonly onView: (change: CohortView) => void
}

/** What came of a program, of any days and as of any day, as far as this reader may know. */
export function ProgramResults({ id, page, view, onView }: ResultsProps) {
  const t = useTranslations('programs')
  const { cohort, isStale } = useCohort(id, view)
  const stories = useStories(id, cohort)
  if (!cohort) return null
  const { from, until, period } = cohort
  const days = { ...cohort, currency: page.currency, digits: page.digits, period: period ?? { code: '', from, to: until } }
  return (
    <SideHead
      id="results"
      title={t('results.title')}
      note={t('results.note')}
      picks={<DaysPicks page={days} onFilter={onView} none={{ label: t('cohort.days.whole'), isChosen: period === null }} />}
    >
      <DaysNotice page={days} onFilter={onView} more={t('cohort.days.today')} />
      <CohortPart cohort={cohort} isStale={isStale} money={page} search={formatCohortView(view)} {...stories} />
    </SideHead>
  )
}

/** The results behind the figures: of this program, on these days, as of this day. */
function useStories(id: string, cohort: CohortInCompany | undefined) {
  const { organization } = useShell()
  const router = useRouter()
  const { asOf, period } = cohort ?? { asOf: null, period: null }
  const stood = asOf === null ? { state: ['verified' as const] } : { asOf }
  const search = formatListFilter({ program: [id], ...stood, ...(period && { from: period.from, to: period.to }) })
  const target = { to: '/$organization/outcomes', params: { organization }, search } as const
  return { href: router.buildLocation(target).href, onOpen: () => void router.navigate(target) }
}
