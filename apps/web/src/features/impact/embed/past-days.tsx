import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { PastDay, PastNotice } from '../components/past-day.tsx'
import { PeriodMenu } from '../components/period-menu.tsx'

type Asked = Pick<ImpactFilter, 'period' | 'asOf'>
type Days = Pick<ImpactPage, 'asOf' | 'ledgerVersion' | 'currency' | 'digits'>
type PicksProps = {
  readonly page: Days & { readonly period: Pick<ImpactPage['period'], 'code' | 'from' | 'to'> }
  readonly onFilter: (change: Asked) => void
  readonly none: { readonly label: string; readonly isChosen: boolean }
}

/** Period and the day it stands on, as on the impact page. */
export function DaysPicks({ page, onFilter, none }: PicksProps) {
  return (
    <>
      <PeriodMenu page={page} onFilter={onFilter} none={none} />
      <PastDay page={page} onFilter={onFilter} />
    </>
  )
}

/** Which ledger the figures are of; `more`: what is of now all the same. */
export function DaysNotice({
  page,
  onFilter,
  more,
}: {
  readonly page: Days
  readonly onFilter: (change: Asked) => void
  readonly more: string
}) {
  return <PastNotice page={page} onFilter={onFilter} more={more} />
}
