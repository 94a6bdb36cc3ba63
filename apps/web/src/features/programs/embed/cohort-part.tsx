import type { CohortInCompany } from '@oeuvre/domain/programs/company/schema'
import { type Figure, Figures } from '@oeuvre/ui/layout/figures.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { CohortBeside } from '../components/cohort-beside.tsx'
import { CohortSurvival } from '../components/cohort-survival.tsx'
import styles from './cohort-part.module.css'

type Money = { readonly currency: string; readonly digits: number }
type CohortPartProps = {
  readonly cohort: CohortInCompany
  /** Other days were asked about, and are on their way. */
  readonly isStale: boolean
  readonly money: Money
  /** The days that are looked at, for other programs' pages. */
  readonly search: Readonly<Record<string, string>>
  /** Opens the results that name it. */
  readonly onOpen: () => void
  readonly href: string
}

/** What came of a program: results, what one cost, how many led to anything, what is left of the accounts, and all that beside others. */
export function CohortPart({ cohort, isStale, money, search, onOpen, href }: CohortPartProps) {
  const t = useTranslations('programs.cohort')
  const figures = useFigures(cohort, money)
  const { withheld } = cohort
  return (
    <div className={styles.part} aria-busy={isStale || undefined} data-stale={isStale || undefined}>
      <DaysSaid cohort={cohort} />
      <Figures label={t('title')} figures={figures.map((figure) => ({ ...figure, href, onOpen }))} />
      {cohort.isSuppressed && !withheld.people && <p className={styles.few}>{t('few', { count: cohort.smallestGroup })}</p>}
      {cohort.survival && cohort.curve ? (
        <CohortSurvival survival={cohort.survival} curve={cohort.curve} none={cohort.none?.curve ?? null} accounts={cohort.accounts ?? 0} />
      ) : (
        !withheld.accounts && <p className={styles.few}>{t('fewAccounts', { count: cohort.smallestGroup })}</p>
      )}
      <CohortBeside cohort={cohort} money={money} search={search} />
    </div>
  )
}

function useFigures(cohort: CohortInCompany, { currency, digits }: Money): Figure[] {
  const t = useTranslations('programs.cohort')
  const f = useFormat()
  const { perPersonBp, perAccountBp, valueMinor, valuePerPersonMinor, valuePerAccountMinor, led, people, firstAfterDays } = cohort
  const { costPerResultMinor, hoursPerResult, costPerValueBp } = cohort
  const hundredfold = (bp: string) => f.number(Number(bp) / 100)
  const money = (minor: string) => f.moneyCompact({ minor, currency, digits })
  const said = (...notes: (string | null)[]) => {
    const all = notes.filter((note) => note !== null)
    return all.length > 0 ? { note: all.join(' · ') } : {}
  }
  const each = perPersonBp === null ? null : t('perPeopleOf', { amount: hundredfold(perPersonBp) })
  const eachAccount = perAccountBp === null ? null : t('perAccountsOf', { amount: hundredfold(perAccountBp) })
  const value = valuePerPersonMinor === null ? null : t('valueEach', { person: money(valuePerPersonMinor) })
  const valueAccount = valuePerAccountMinor === null ? null : t('valueEachAccount', { account: money(valuePerAccountMinor) })
  const after = firstAfterDays === null ? null : t('firstAfter', { days: f.days(firstAfterDays) })
  const spent = costPerValueBp === null ? null : t('spent', { share: f.percent(Number(costPerValueBp)) })
  const hours = hoursPerResult === null ? null : t('hoursPer', { count: f.number(hoursPerResult) })
  return [
    { key: 'results', label: t('results'), value: f.number(cohort.outcomes), ...said(each, eachAccount) },
    ...(valueMinor === null ? [] : [{ key: 'value', label: t('value'), value: money(valueMinor), ...said(value, valueAccount) }]),
    ...(led === null || people === null
      ? []
      : [{ key: 'led', label: t('led'), value: f.number(led), unit: t('ofPeople', { people: f.number(people) }), ...said(after) }]),
    ...(costPerResultMinor === null ? [] : [{ key: 'cost', label: t('cost'), value: money(costPerResultMinor), ...said(spent, hours) }]),
  ]
}

/** Which days the figures are of, where they are not all up to now; and what is not told of them, with its reason. */
function DaysSaid({ cohort }: { readonly cohort: CohortInCompany }) {
  const t = useTranslations('programs.cohort')
  const f = useFormat()
  const { period, lookedAt, isToCome, isCut, withheld, smallestGroup } = cohort
  const day = f.day(lookedAt)
  const said = [
    ...(period ? [t('days.of', { days: f.dayRange(period.from, period.to), day })] : []),
    ...(isToCome ? [t('days.toCome', { day })] : []),
    ...(isCut ? [t('days.cut')] : []),
    ...(withheld.people || withheld.accounts ? [t('days.withheld', { count: smallestGroup, day })] : []),
  ]
  return said.length > 0 ? <p className={styles.days}>{said.join(' ')}</p> : null
}
