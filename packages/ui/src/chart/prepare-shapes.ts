import { centreOf, heightOf, type Plot } from './prepare-columns.ts'
import type { ColumnsData } from './types.ts'

/** What is drawn of one series, as the `d` of a path: what is over, and what is not. */
export type SeriesShape = { readonly whole: string; readonly unfinished: string }

const n = (value: number) => String(Math.round(value * 100) / 100)
const box = (x: number, y: number, width: number, height: number) => `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}z`

/** 1.5 px of paper between the segments of a stack, and 2 between bars; none where the columns touch each other. */
export const paper = (plot: Plot) => (plot.isDense ? 0 : 1.5)

/** A path a series, however many columns: a year by days costs what twelve months cost. `inset`: outlines lie inside their boxes. */
export function barShapes(data: ColumnsData, plot: Plot, layout: 'stacked' | 'grouped', inset: (series: number) => number): SeriesShape[] {
  const below = data.periods.map(() => 0)
  const group = plot.bar * data.series.length + 2 * (data.series.length - 1)
  return data.cells.map((row, series) => {
    const shape = { whole: '', unfinished: '' }
    for (const [index, period] of data.periods.entries()) {
      const value = row[index]?.value ?? 0
      if (value <= 0) continue
      const from = layout === 'stacked' ? (below[index] ?? 0) : 0
      below[index] = from + value
      const gap = layout === 'stacked' ? paper(plot) : 0
      const [top, bottom] = [heightOf(plot, from + value) + gap, heightOf(plot, from)]
      const left = layout === 'stacked' ? centreOf(plot, index) - plot.bar / 2 : centreOf(plot, index) - group / 2 + series * (plot.bar + 2)
      const edge = period.isUnfinished && !plot.isDense ? 0.5 : inset(series)
      const height = Math.max(1, bottom - top)
      const path = box(left + edge, top + edge, Math.max(0.5, plot.bar - 2 * edge), Math.max(0.5, height - 2 * edge))
      shape[period.isUnfinished ? 'unfinished' : 'whole'] += path
    }
    return shape
  })
}

/** A line a series where bars would be too thin: broken at a gap, its last stretch apart where it leads into what is not over. */
export function lineShapes(data: ColumnsData, plot: Plot): SeriesShape[] {
  return data.cells.map((row) => {
    const shape = { whole: '', unfinished: '' }
    let last: string | undefined
    for (const [index, period] of data.periods.entries()) {
      const value = row[index]?.value ?? null
      const at = value === null ? undefined : `${n(centreOf(plot, index))} ${n(heightOf(plot, value))}`
      if (at && period.isUnfinished && last) shape.unfinished += `M${last}L${at}`
      else if (at) shape.whole += `${last ? 'L' : 'M'}${at}`
      last = at
    }
    return shape
  })
}

/** The series whose line passes nearest to this height; none further than 24 px. */
export function nearestLine(data: ColumnsData, plot: Plot, period: number, y: number): number | undefined {
  const distances = data.cells.map((row) => {
    const value = row[period]?.value ?? null
    return value === null ? Number.POSITIVE_INFINITY : Math.abs(heightOf(plot, value) - y)
  })
  const least = Math.min(...distances)
  return least <= 24 ? distances.indexOf(least) : undefined
}
