import { type Spell, survivalOf } from '../../statistics/survival.ts'
import { type Curve, drawnUntil, survivalMarks } from './schema.ts'

/** As many points as can be told apart in a drawing; of days that fall together the last. */
const mostPoints = 130

export const basisPoints = (share: number) => Math.round(share * 10_000)

/** The product limit of these spells over the first year, from the whole down, and to the last day on which anything is known. */
export function curveOf(spells: readonly Spell[]): Curve {
  const { steps, lastSeen } = survivalOf(spells)
  const drawn = steps
    .filter(({ day }) => day <= drawnUntil)
    .map(({ day, survival, band }) => {
      const bp = basisPoints(survival)
      return { day, bp, lowBp: band ? basisPoints(band.low) : bp, highBp: band ? basisPoints(band.high) : bp }
    })
  const points = [{ day: 0, bp: 10_000, lowBp: 10_000, highBp: 10_000 }, ...thinned(drawn)]
  const last = points.at(-1)
  // Where none is left, none is left later either.
  const end = last?.bp === 0 ? drawnUntil : Math.min(lastSeen, drawnUntil)
  if (last && last.day < end) points.push({ ...last, day: end })
  return {
    lastSeen: end,
    points,
    atRisk: [0, ...survivalMarks].map((days) => ({ days, count: spells.filter((spell) => spell.days >= days).length })),
  }
}

function thinned<T extends { readonly day: number }>(steps: readonly T[]): T[] {
  if (steps.length <= mostPoints) return [...steps]
  const slot = ({ day }: T) => Math.floor((day * mostPoints) / (drawnUntil + 1))
  return steps.filter((step, at) => {
    const next = steps[at + 1]
    return next === undefined || slot(next) !== slot(step)
  })
}
