import { describe, expect, test } from 'vitest'
import { centreOf, heightOf, lastFullPeriod, plotOf, sayPeriod, segmentAt, segmentMiddles, shownTotals } from './prepare-columns.ts'
import { labelWidth, placeInRow, shownLabels, spreadLabels } from './prepare-labels.ts'
import { tableOf } from './prepare-table.ts'
import { axisTop, niceTicks } from './prepare-ticks.ts'
import type { ColumnsData } from './types.ts'

describe('niceTicks', () => {
  test.each([
    [axisTop(29), true, [0, 10, 20, 30]],
    [axisTop(3), true, [0, 1, 2, 3]],
    [axisTop(1), true, [0, 1]],
    [1.7, false, [0, 0.5, 1, 1.5]],
    [9, true, [0, 2, 4, 6, 8]],
    [10, true, [0, 5, 10]],
    [1_214_000, false, [0, 250_000, 500_000, 750_000, 1_000_000]],
    [0.08, false, [0, 0.02, 0.04, 0.06, 0.08]],
    [0, true, [0]],
    [Number.NaN, true, [0]],
  ])('%d, whole: %s → %j', (top, whole, ticks) => {
    expect(niceTicks(top, { whole })).toEqual(ticks)
  })

  test('from 1 to a billion: begins at zero, even steps, never too many, never above the axis', () => {
    for (let value = 1; value < 1e9; value *= 1.37) {
      for (const whole of [true, false]) {
        const ticks = niceTicks(value, { whole })
        expect(ticks[0]).toBe(0)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(5)
        expect(ticks.at(-1)!).toBeLessThanOrEqual(value * (1 + 1e-9))
        expect(ticks.at(-1)!).toBeGreaterThan(value * 0.49)
        if (whole) expect(ticks.every(Number.isInteger)).toBe(true)
      }
    }
  })
})

describe('spreadLabels', () => {
  test('leaves labels alone that are far enough apart', () => {
    expect(spreadLabels([10, 50, 90], 20, [0, 100])).toEqual([10, 50, 90])
  })

  test('a crowd centres on where it belongs', () => {
    expect(spreadLabels([50, 50, 50], 20, [0, 200])).toEqual([30, 50, 70])
    expect(spreadLabels([50, 52, 90], 20, [0, 200])).toEqual([41, 61, 90])
  })

  test('stays within the bounds', () => {
    expect(spreadLabels([2, 3, 4], 20, [10, 200])).toEqual([10, 30, 50])
    expect(spreadLabels([198, 199], 20, [10, 200])).toEqual([180, 200])
  })

  test('any labels: in order and apart', () => {
    for (let round = 1; round < 200; round++) {
      const wished = Array.from({ length: 2 + (round % 6) }, (_, index) => (index * round * 37) % 211).sort((a, b) => a - b)
      const placed = spreadLabels(wished, 21, [0, 300])
      for (let index = 1; index < placed.length; index++) expect(placed[index]! - placed[index - 1]!).toBeGreaterThanOrEqual(21 - 1e-9)
      expect(placed[0]!).toBeGreaterThanOrEqual(0)
      expect(placed.at(-1)!).toBeLessThanOrEqual(300)
    }
  })

  test('nothing to place', () => {
    expect(spreadLabels([], 20, [0, 100])).toEqual([])
  })
})

describe('shownLabels', () => {
  test('all where there is room, else every nth from the last, always the pinned', () => {
    expect(shownLabels(3, 40, 30)).toEqual([true, true, true])
    expect(shownLabels(5, 20, 30)).toEqual([true, false, true, false, true])
    expect(shownLabels(5, 20, 30, new Set([3]))).toEqual([true, false, false, true, false])
  })
})

describe('placeInRow', () => {
  test('under their parts, the last flush right', () => {
    expect(
      placeInRow(
        [
          { start: 0, width: 80 },
          { start: 200, width: 60 },
          { start: 690, width: 60 },
        ],
        720,
      ),
    ).toEqual([0, 200, 660])
  })

  test('pushed apart, to both sides', () => {
    expect(
      placeInRow(
        [
          { start: 0, width: 80 },
          { start: 20, width: 60 },
          { start: 690, width: 60 },
        ],
        720,
      ),
    ).toEqual([0, 92, 660])
    expect(
      placeInRow(
        [
          { start: 0, width: 100 },
          { start: 190, width: 60 },
          { start: 195, width: 60 },
        ],
        250,
        10,
      ),
    ).toEqual([0, 120, 190])
  })

  test('says when they do not fit', () => {
    expect(
      placeInRow(
        [
          { start: 0, width: 200 },
          { start: 20, width: 200 },
        ],
        350,
      ),
    ).toBeUndefined()
  })
})

test('wide letters count for more than narrow ones', () => {
  expect(labelWidth('mmmm')).toBeGreaterThan(labelWidth('llll') * 2)
})

const cell = (value: number | null) => ({ value, text: value === null ? '—' : String(value) })
const data: ColumnsData = {
  periods: [
    { key: 'a', label: 'aug', shortLabel: 'a', longLabel: 'August 2026' },
    { key: 's', label: 'sept', shortLabel: 's', longLabel: 'September 2026', isChosen: true },
    { key: 'o', label: 'oct', shortLabel: 'o', longLabel: 'October 2026', isUnfinished: true },
  ],
  series: [
    { key: 'won', label: 'Clients won', fill: 1 },
    { key: 'hire', label: 'Hires', fill: 3 },
  ],
  cells: [
    [cell(4), cell(10), cell(null)],
    [cell(0), cell(20), cell(null)],
  ],
  totals: [cell(4), cell(30), cell(null)],
}

describe('columns', () => {
  const wide = plotOf(data, { width: 720, layout: 'stacked' })

  test('the plot leaves room for labels on a desk, not on a phone', () => {
    expect(wide).toMatchObject({ isPhone: false, right: 168, left: 28, height: 348 })
    expect(plotOf(data, { width: 350, layout: 'stacked' })).toMatchObject({ isPhone: true, right: 0, height: 300 })
  })

  test('columns stand in the middle of their slots and end at the plot', () => {
    expect(centreOf(wide, 0) - wide.left).toBeCloseTo(wide.width - wide.right - centreOf(wide, 2), 6)
    expect(heightOf(wide, 0)).toBe(wide.height - wide.bottom)
    expect(heightOf(wide, wide.max)).toBe(wide.top)
  })

  test('bars side by side never overlap', () => {
    for (const width of [320, 350, 500, 720, 976]) {
      const plot = plotOf(data, { width, layout: 'grouped' })
      expect(plot.bar * data.series.length + 2 * (data.series.length - 1)).toBeLessThanOrEqual(plot.slot)
    }
  })

  test('an unfinished period or a gap is not the last full one', () => {
    expect(lastFullPeriod(data)).toBe(1)
  })

  test('segments: middles ascend, and a point in one finds it', () => {
    const [low, high] = segmentMiddles(data, wide, 1) as [number, number]
    expect(low).toBeGreaterThan(high)
    expect(segmentAt(data, wide, 1, low)).toBe(0)
    expect(segmentAt(data, wide, 1, high)).toBe(1)
    expect(segmentAt(data, wide, 1, 0)).toBeUndefined()
    expect(segmentAt(data, wide, 2, low)).toBeUndefined()
  })

  test('totals: all where they fit, else the chosen and the highest, never one over another', () => {
    expect(shownTotals(data, wide)).toEqual([true, true, false])
    const long = { ...data, totals: data.totals.map((total) => ({ ...total, text: '1 214 000 €' })) }
    expect(shownTotals(long, { ...wide, slot: 20 })).toEqual([false, true, false])
    const twelve = {
      ...data,
      periods: Array.from({ length: 12 }, (_, index) => ({ ...data.periods[0]!, key: String(index), isChosen: index > 8 })),
      totals: Array.from({ length: 12 }, (_, index) => ({ value: index === 1 ? 50 : index, text: '999 k€' })),
    }
    const shown = shownTotals(twelve, { ...wide, slot: 20 })
    expect(shown.flatMap((isShown, index) => (isShown ? [index] : []))).toEqual([1, 11])
  })

  test('a gap is said as such, an empty part is left out', () => {
    expect(sayPeriod(data, 1)).toBe('September 2026, 30, Clients won 10, Hires 20')
    expect(sayPeriod(data, 0)).toBe('August 2026, 4, Clients won 4')
    expect(sayPeriod(data, 2)).toBe('October 2026, —')
  })

  test('the table has the same figures', () => {
    expect(tableOf(data, { caption: 'Results', period: 'Month', total: 'All' })).toEqual({
      caption: 'Results',
      head: ['Month', 'Clients won', 'Hires', 'All'],
      rows: [
        { key: 'a', label: 'August 2026', cells: ['4', '0', '4'] },
        { key: 's', label: 'September 2026', cells: ['10', '20', '30'] },
        { key: 'o', label: 'October 2026', cells: ['—', '—', '—'] },
      ],
    })
  })
})
