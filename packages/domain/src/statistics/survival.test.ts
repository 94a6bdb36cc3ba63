import { describe, expect, test } from 'vitest'
import { logRank, medianSurvival, normalTails, type Spell, survivalAt, survivalOf } from './survival.ts'

const ends = (...days: number[]): Spell[] => days.map((one) => ({ days: one, ended: true }))
const lost = (...days: number[]): Spell[] => days.map((one) => ({ days: one, ended: false }))

// Freireich et al. (1963), weeks in remission; as in Kalbfleisch and Prentice, and Collett.
const mercaptopurine = [...ends(6, 6, 6, 7, 10, 13, 16, 22, 23), ...lost(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
const placebo = ends(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)

describe('Freireich’s remissions', () => {
  test('the product-limit estimate, at risk and band as published (Stata: sts list)', () => {
    const { steps } = survivalOf(mercaptopurine, 9_500)
    const rows = steps.map(({ day, atRisk, ended, survival, band }) =>
      [day, atRisk, ended, survival.toFixed(4), band?.low.toFixed(4), band?.high.toFixed(4)].join(' '),
    )
    expect(rows).toEqual([
      '6 21 3 0.8571 0.6197 0.9516',
      '7 17 1 0.8067 0.5631 0.9228',
      '10 15 1 0.7529 0.5032 0.8894',
      '13 12 1 0.6902 0.4316 0.8491',
      '16 11 1 0.6275 0.3675 0.8049',
      '22 7 1 0.5378 0.2678 0.7468',
      '23 6 1 0.4482 0.1881 0.6801',
    ])
  })

  test('the same by hand: six of seven, then sixteen of seventeen of them', () => {
    const curve = survivalOf(mercaptopurine)
    expect(survivalAt(curve, 5)).toEqual({ survival: 1, band: null })
    expect(survivalAt(curve, 6)?.survival).toBeCloseTo(18 / 21, 12)
    expect(survivalAt(curve, 9)?.survival).toBeCloseTo((18 / 21) * (16 / 17), 12)
    expect(survivalAt(curve, 35)?.survival).toBeCloseTo((18 / 21) * (16 / 17) * (14 / 15) * (11 / 12) * (10 / 11) * (6 / 7) * (5 / 6), 12)
  })

  test('beyond what was seen nothing is said, unless none was left', () => {
    expect(survivalAt(survivalOf(mercaptopurine), 36)).toBeNull()
    expect(survivalAt(survivalOf(placebo), 400)).toMatchObject({ survival: 0, band: null })
    expect(survivalAt(survivalOf([]), 0)).toBeNull()
  })

  test('medians of 23 and 8 weeks', () => {
    expect([mercaptopurine, placebo].map((spells) => medianSurvival(survivalOf(spells)))).toEqual([23, 8])
    expect(medianSurvival(survivalOf(lost(3, 4)))).toBeNull()
  })

  test('the log-rank test: 16.79, expected 19.25 and 10.75 (Collett, table 2.7)', () => {
    const compared = logRank(mercaptopurine, placebo)
    if (compared.kind === 'too-few') throw new Error('too few')
    expect(compared.chiSquare).toBeCloseTo(16.793, 3)
    expect(compared.expected.map((n) => n.toFixed(2))).toEqual(['19.25', '10.75'])
    expect(compared.ended).toEqual([9, 21])
    expect(compared.p).toBeCloseTo(4.169e-5, 8)
    expect(logRank(placebo, mercaptopurine)).toMatchObject({ chiSquare: expect.closeTo(16.793, 3) })
  })
})

test('too few ends say nothing, however far apart', () => {
  expect(logRank(ends(1, 2, 3), lost(300, 300, 300))).toEqual({ kind: 'too-few' })
  expect(logRank([], ends(...Array.from({ length: 40 }, (_, i) => i)))).toEqual({ kind: 'too-few' })
})

test('tails of the normal distribution, from tables', () => {
  expect([0, 0.5, 1, 1.959963984540054, 3, 5].map((x) => normalTails(x).toPrecision(6))).toEqual([
    '1.00000',
    '0.617075',
    '0.317311',
    '0.0500000',
    '0.00269980',
    '5.73303e-7',
  ])
})

/** Of one seed always the same. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Accounts of a program: abandoned with a constant hazard, some lost from sight before (left, withdrawn, the day of the report). */
function simulated(next: () => number, cases: number, halfLife: number): Spell[] {
  return Array.from({ length: cases }, () => {
    const end = Math.ceil((-halfLife * Math.log(next())) / Math.LN2)
    const sight = Math.ceil(100 + 400 * next())
    return end <= sight ? { days: end, ended: true } : { days: sight, ended: false }
  })
}

describe('a thousand simulated programs whose truth is known', () => {
  const programs = 1000
  const share = (is: (next: () => number) => boolean) => {
    const next = random(20_261_122)
    return Array.from({ length: programs }, () => is(next)).filter(Boolean).length / programs
  }

  test('the band of 90 % holds the truth in nine of ten', () => {
    const truth = 0.5 ** (180 / 200)
    const held = share((next) => {
      const { band } = survivalAt(survivalOf(simulated(next, 60, 200)), 180) ?? {}
      return !!band && band.low <= truth && truth <= band.high
    })
    expect(held).toBeGreaterThan(0.87)
    expect(held).toBeLessThan(0.93)
  })

  test('where there is no difference one in twenty is called one at 5 %; a threefold one is nearly always seen', () => {
    const isCalled = (halfLives: readonly [number, number]) =>
      share((next) => {
        const compared = logRank(simulated(next, 60, halfLives[0]), simulated(next, 200, halfLives[1]))
        return compared.kind === 'compared' && compared.p < 0.05
      })
    const falsely = isCalled([200, 200])
    expect(falsely).toBeGreaterThan(0.03)
    expect(falsely).toBeLessThan(0.07)
    expect(isCalled([600, 200])).toBeGreaterThan(0.98)
  })
})
