import { Menu, Popover } from '@mantine/core'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { relativePeriods } from '@oeuvre/domain/time/period-codes'
import { FilterButton } from '@oeuvre/ui/actions/filter-bar.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useState } from 'react'
import { useShell } from '../../../lib/shell.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './impact-bar.module.css'

type Props = {
  readonly page: Pick<ImpactPage, 'currency' | 'digits'> & { readonly period: Pick<ImpactPage['period'], 'code' | 'from' | 'to'> }
  readonly onFilter: (change: Pick<ImpactFilter, 'period'>) => void
  /** What no period means here, and whether none is chosen; absent: this quarter. */
  readonly none?: { readonly label: string; readonly isChosen: boolean }
}

/** Periods that go with the day, the fiscal years where they are not calendar years, and any days. */
export function PeriodMenu({ page, onFilter, none }: Props) {
  const { t, periodOf } = usePageWords(page)
  const { settings } = useShell()
  const [isDates, setDates] = useState(false)
  const isFiscal = settings.fiscalYearStartMonth !== 1
  const offered = relativePeriods.filter((code) => isFiscal || !code.endsWith('fiscal-year'))
  const period = none?.isChosen ? none.label : periodOf(page.period)
  return (
    <Popover opened={isDates} onChange={setDates} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <span>
          <Menu position="bottom-start">
            <Menu.Target>
              <FilterButton active={!none?.isChosen} aria-label={t('bar.periodIs', { period })}>
                {period}
              </FilterButton>
            </Menu.Target>
            <Menu.Dropdown className={styles.tall}>
              {none && <Menu.Item onClick={() => onFilter({ period: undefined })}>{none.label}</Menu.Item>}
              {offered.map((code) => (
                <Menu.Item key={code} onClick={() => onFilter({ period: code === 'this-quarter' && !none ? undefined : code })}>
                  {t(`periods.${code}`)}
                </Menu.Item>
              ))}
              <Menu.Item onClick={() => setDates(true)}>{t('periods.custom')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles.dates}
          aria-label={t('periods.custom')}
          onSubmit={(event) => {
            event.preventDefault()
            const given = new FormData(event.currentTarget)
            const [from, to] = [String(given.get('from')), String(given.get('to'))]
            onFilter({ period: from <= to ? `${from}..${to}` : `${to}..${from}` })
            setDates(false)
          }}
        >
          <label>
            {t('periods.from')} <input type="date" name="from" defaultValue={page.period.from} required />
          </label>
          <label>
            {t('periods.to')} <input type="date" name="to" defaultValue={page.period.to} required />
          </label>
          <PlainAction type="submit">{t('periods.apply')}</PlainAction>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
