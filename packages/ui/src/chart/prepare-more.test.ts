import { describe, expect, test } from 'vitest'
import { plotOf } from './prepare-columns.ts'
import { dotGrid } from './prepare-dots.ts'
import { halfAt, wholeAt } from './prepare-lorenz.ts'
import { barShapes, lineShapes } from './prepare-shapes.ts'
import { pointAt, type StepCurve, stepRows } from './prepare-steps.ts'
import type { ColumnsData } from './types.ts'

const curve = (key: string, points: [number, number][]): StepCurve => ({
  key,
  label: key,
  look: 'solid',
  points: points.map(([at, share]) => ({ at, share, low: share - 0.1, high: share + 0.1 })),
  marks: [],
})

describe('steps', () => {
  const targeted = curve('targeted', [
    [0, 1],
    [3, 0.9],
    [12, 0.7],
  ])
  const mass = curve('mass', [
    [0, 1],
    [2, 0.6],
    [6, 0.3],
  ])

  test('a step holds until the next, and nothing is said after the last observation', () => {
    expect(pointAt(targeted, 2.9)?.share).toBe(1)
    expect(pointAt(targeted, 3)?.share).toBe(0.9)
    expect(pointAt(mass, 7)).toBeUndefined()
    expect(pointAt(mass, -1)).toBeUndefined()
  })

  test('curves share one axis without gaining or losing a step', () => {
    const rows = stepRows([targeted, mass])
    expect(rows.map((row) => row.at)).toEqual([0, 2, 3, 6, 12])
    expect(rows.map((row) => row.shares)).toEqual([
      [1, 1],
      [1, 0.6],
      [0.9, 0.6],
      [0.9, 0.3],
      [0.7, null],
    ])
    expect(rows[4]!.bands[1]).toBeNull()
  })

  test('no curve, no row', () => {
    expect(stepRows([])).toEqual([])
    expect(stepRows([curve('empty', [])])).toEqual([])
  })
})

describe('dots', () => {
  test('one each where they fit', () => {
    expect(dotGrid([143, 171, 72], 720)).toMatchObject({ per: 1, rows: 9, columns: [16, 19, 8] })
    expect(dotGrid([143, 171, 72], 350)).toMatchObject({ per: 1, rows: 14 })
  })

  test('any number fits the width, and no group that is not empty disappears', () => {
    for (const width of [320, 350, 500, 720]) {
      for (const size of [1, 40, 386, 5000, 60_000]) {
        const grid = dotGrid([size, Math.ceil(size / 3), 1], width)
        const used = grid.columns.reduce((sum, columns) => sum + columns * grid.pitch, 0) + 2 * (width < 500 ? 14 : 24)
        expect(used).toBeLessThanOrEqual(width)
        expect(Math.min(...grid.columns)).toBeGreaterThanOrEqual(1)
      }
    }
  })
})

describe('shapes', () => {
  const columns = (values: (number | null)[], unfinished = -1): ColumnsData => ({
    periods: values.map((_, index) => ({
      key: String(index),
      label: '',
      shortLabel: '',
      longLabel: '',
      isUnfinished: index === unfinished,
    })),
    series: [{ key: 'a', label: 'A', fill: 1 }],
    cells: [values.map((value) => ({ value, text: String(value) }))],
    totals: values.map((value) => ({ value, text: String(value) })),
  })

  test('one path a series, however many columns; what is not over apart', () => {
    const data = columns([1, 2, 0, 4], 3)
    const [shape] = barShapes(data, plotOf(data, { width: 700, layout: 'stacked' }), 'stacked', () => 0)
    expect(shape!.whole.match(/M/g)).toHaveLength(2)
    expect(shape!.unfinished.match(/M/g)).toHaveLength(1)
  })

  test('a year by days: columns touch each other and none leaves the drawing', () => {
    const data = columns(Array.from({ length: 366 }, (_, day) => day % 7))
    const plot = plotOf(data, { width: 720, layout: 'stacked' })
    expect(plot.isDense).toBe(true)
    expect(plot.bar * 366).toBeCloseTo(720 - plot.left - plot.right)
  })

  test('side by side and too thin they are lines, broken at a gap', () => {
    const data = columns([1, null, 2, 3, 4], 4)
    const wide = columns(Array.from({ length: 366 }, () => 1))
    expect(plotOf(wide, { width: 720, layout: 'grouped' }).isLines).toBe(true)
    const [shape] = lineShapes(data, plotOf(data, { width: 720, layout: 'grouped' }))
    expect(shape!.whole.match(/M/g)).toHaveLength(2)
    expect(shape!.unfinished).toMatch(/^M.*L/)
  })
})

describe('the Lorenz line', () => {
  const points = [
    { people: 0, whole: 0 },
    { people: 0.5, whole: 0.1 },
    { people: 1, whole: 1 },
  ]
  test('is read between its points, and says where the halves meet', () => {
    expect(wholeAt(points, 0.25)).toBeCloseTo(0.05)
    expect(wholeAt(points, 1)).toBe(1)
    expect(halfAt(points)!.people).toBeCloseTo(0.5 + 0.5 * (0.4 / 0.9))
    expect(halfAt([])).toBeUndefined()
  })
})
