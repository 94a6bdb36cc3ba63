import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import type { FormRow, ProgramRow } from '@oeuvre/domain/programs/beside/schema'
import { survivalMarks } from '@oeuvre/domain/programs/curve/schema'
import { markMonths } from '../../../components/survival-curves.tsx'
import { usePageWords } from './use-page-words.ts'

const hundredfold = (bp: string) => Number(bp) / 100

/** What the part says of targeted beside mass: never more than the test allows. */
export function useCohortWords(page: ImpactPage) {
  const { t, f } = usePageWords(page)
  const { forms, verdict } = page.cohorts
  const [targeted, mass] = (['targeted', 'mass'] as const).map((form) => forms.find((row) => row.form === form))

  function shares(): string[] {
    if (!targeted || !mass) return []
    const at = [1, 2, 0].find((mark) => [targeted, mass].every(({ survival }) => survival?.[mark]?.share))
    const [own, other] = [targeted, mass].map(({ survival }) => (at === undefined ? null : survival?.[at]?.share))
    if (at === undefined || !own || !other) return []
    return [t('cohorts.at.both', { months: String(markMonths[at]), targeted: f.percent(own.bp), mass: f.percent(other.bp) })]
  }
  function results(): string[] {
    if (!targeted?.perPersonBp || !mass?.perPersonBp) return []
    const [own, other] = [hundredfold(targeted.perPersonBp), hundredfold(mass.perPersonBp)]
    return [t('cohorts.at.results', { targeted: f.number(own), targetedPlural: own, mass: f.number(other) })]
  }
  function conclusion(): string {
    if (verdict.kind === 'one-form') return t(`cohorts.verdict.${targeted ? 'targeted' : 'mass'}`)
    if (!('p' in verdict)) return t('cohorts.verdict.few')
    const chance = verdict.p < 0.001 ? t('cohorts.chance.rare') : t('cohorts.chance.of', { share: f.percent(verdict.p * 10_000, 1) })
    return t(`cohorts.verdict.${verdict.kind}`, { chance })
  }
  return {
    sentence: [...shares(), ...results(), conclusion()].join(' '),
    months: (count: number) => t('cohorts.monthsOf', { count }),
    between: (low: string, high: string) => t('cohorts.alive.between', { low, high }),
    perHundred: (bp: string | null) => (bp === null ? '—' : f.number(hundredfold(bp))),
    /** At the mark: the share that lives. */
    alive(row: Pick<FormRow | ProgramRow, 'survival'>, mark: number): string {
      if (row.survival === null) return '—'
      const share = row.survival[mark]?.share
      return share ? f.percent(share.bp) : t('cohorts.alive.notYet')
    },
    marks: survivalMarks,
  }
}
