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
  readonly money: Money
  /** Opens the results that name it. */
  readonly onOpen: () => void
  readonly href: string
}

/** What came of a program: results, what one cost, how many led to anything, what is left of the accounts, and all that beside others. */
export function CohortPart({ cohort, money, onOpen, href }: CohortPartProps) {
  const t = useTranslations('programs.cohort')
  const figures = useFigures(cohort, money)
  return (
    <div className={styles.part}>
      <Figures label={t('title')} figures={figures.map((figure) => (figure.key === 'results' ? { ...figure, href, onOpen } : figure))} />
      {cohort.isSuppressed && <p className={styles.few}>{t('few', { count: cohort.smallestGroup })}</p>}
      {cohort.survival && cohort.curve ? (
        <CohortSurvival survival={cohort.survival} curve={cohort.curve} none={cohort.none?.curve ?? null} accounts={cohort.accounts ?? 0} />
      ) : (
        <p className={styles.few}>{t('fewAccounts', { count: cohort.smallestGroup })}</p>
      )}
      <CohortBeside cohort={cohort} money={money} />
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
