import { Select } from '@mantine/core'
import type { Holiday } from '@oeuvre/domain/organizations/calendar/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useLanguage } from '../../../lib/language.ts'
import { useShell } from '../../../lib/shell.ts'
import { withHolidays } from '../model/use-working-days.ts'
import classes from './settings.module.css'

type HolidayProposalProps = { readonly holidays: readonly Holiday[]; readonly onTake: (next: Holiday[]) => void }

/** Public holidays of a country or region, this year's and the next, to take over and then change by hand. */
export function HolidayProposal({ holidays, onTake }: HolidayProposalProps) {
  const t = useTranslations('organizations.workingDays')
  const language = useLanguage()
  const { today } = useShell()
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(String(thisYear))
  const [country, setCountry] = useState<string | null>(null)
  const [region, setRegion] = useState<string | null>(null)
  const { data } = useQuery(
    trpc.organizations.proposeHolidays.queryOptions(
      { country, region, year: Number(year), language },
      { staleTime: Number.POSITIVE_INFINITY, placeholderData: (before) => before },
    ),
  )
  const named = (places: readonly { readonly code: string; readonly name: string }[] = []) =>
    places.map(({ code, name }) => ({ value: code, label: name }))
  const fresh = (data?.holidays ?? []).filter((one) => !holidays.some((known) => known.day === one.day))
  return (
    <section aria-label={t('proposal')}>
      <h3>{t('proposal')}</h3>
      <div className={classes.two}>
        <Select
          label={t('country')}
          searchable
          limit={60}
          data={named(data?.countries)}
          value={country}
          onChange={(next) => {
            setCountry(next)
            setRegion(null)
          }}
        />
        <Select
          label={t('region')}
          searchable
          clearable
          limit={60}
          disabled={!data?.regions.length}
          data={named(data?.regions)}
          value={region}
          onChange={setRegion}
        />
        <Select
          label={t('year')}
          allowDeselect={false}
          data={[thisYear, thisYear + 1].map(String)}
          value={year}
          onChange={(next) => setYear(next ?? String(thisYear))}
        />
      </div>
      {country !== null && (
        <PlainAction type="button" disabled={fresh.length === 0} onClick={() => onTake(withHolidays([...holidays], fresh))}>
          {t('take', { count: fresh.length })}
        </PlainAction>
      )}
    </section>
  )
}
