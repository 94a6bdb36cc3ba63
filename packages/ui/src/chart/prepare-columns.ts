import { labelWidth } from './prepare-labels.ts'
import { axisTop, niceTicks } from './prepare-ticks.ts'
import type { Cell, ColumnsData } from './types.ts'

/** Below this width a chart is drawn for a phone: labels beneath, one letter a month. */
export const phoneWidth = 500

export type Plot = {
  isPhone: boolean
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  slot: number
  bar: number
  /** Columns touch each other: there are too many for a gap. */
  isDense: boolean
  /** Side by side, and too thin to be bars: drawn as lines. */
  isLines: boolean
  max: number
  ticks: readonly number[]
}

export type PlotRequest = { width: number; layout: 'stacked' | 'grouped'; whole?: boolean; isBare?: boolean; axisWidth?: number }

function largest(data: ColumnsData, layout: 'stacked' | 'grouped') {
  const cells: readonly Cell[] = layout === 'stacked' ? data.totals : data.cells.flat()
  return cells.reduce((max, cell) => Math.max(max, cell.value ?? 0), 0)
}

/** Where everything stands: columns, labels and keyboard alike. */
export function plotOf(data: ColumnsData, { width, layout, whole = true, isBare = false, axisWidth = 28 }: PlotRequest): Plot {
  const isPhone = width < phoneWidth
  const hasGroups = (data.groups?.length ?? 0) > 0
  const max = axisTop(largest(data, layout))
  const right = layout === 'stacked' && !isPhone && !isBare ? 168 : 0
  const slot = Math.max(1, (width - axisWidth - right) / Math.max(1, data.periods.length))
  const parts = layout === 'grouped' ? data.series.length : 1
  const room = isPhone ? Math.max(slot - 5, slot * 0.68) : Math.min(slot * 0.68, layout === 'grouped' ? 24 * parts : 28)
  const own = Math.floor((room - (parts - 1) * 2) / parts)
  const isDense = layout === 'stacked' && slot < 5
  return {
    isPhone,
    width,
    height: isPhone ? 300 : 348,
    left: axisWidth,
    right,
    top: 20,
    bottom: hasGroups ? 60 : 34,
    slot,
    bar: isDense ? slot : Math.max(2, own),
    isDense,
    isLines: layout === 'grouped' && own < 3,
    max,
    ticks: niceTicks(max, { whole }),
  }
}

/** The middle of a period's slot, in px from the left. */
export function centreOf(plot: Plot, index: number): number {
  return plot.left + plot.slot * (index + 0.5)
}

/** The height of a value, in px from the top. */
export function heightOf(plot: Plot, value: number): number {
  return plot.top + (plot.height - plot.top - plot.bottom) * (1 - value / plot.max)
}

/** The last period that is over: the labels of a stack stand level with it. */
export function lastFullPeriod(data: ColumnsData): number {
  const last = data.periods.findLastIndex((period, index) => !period.isUnfinished && data.totals[index]?.value != null)
  return last < 0 ? data.periods.length - 1 : last
}

/** The middles of a stack's segments, in px from the top, from its lowest series to its highest. */
export function segmentMiddles(data: ColumnsData, plot: Plot, period: number): number[] {
  let below = 0
  return data.cells.map((row) => {
    const value = row[period]?.value ?? 0
    const middle = heightOf(plot, below + value / 2)
    below += value
    return middle
  })
}

/** The series whose segment lies at this height, or `undefined` above and below the stack. */
export function segmentAt(data: ColumnsData, plot: Plot, period: number, y: number): number | undefined {
  let below = 0
  for (const [index, row] of data.cells.entries()) {
    const value = row[period]?.value ?? 0
    if (value > 0 && y <= heightOf(plot, below) && y >= heightOf(plot, below + value)) return index
    below += value
  }
  return undefined
}

/** What a screen reader says of a period: its name, its total, and each part that is not empty. */
export function sayPeriod(data: ColumnsData, index: number): string {
  const parts = data.series.flatMap((series, row) => {
    const cell = data.cells[row]?.[index]
    return cell?.value ? [`${series.label} ${cell.text}`] : []
  })
  return [data.periods[index]?.longLabel, data.totals[index]?.text, ...parts].filter(Boolean).join(', ')
}

/** Which totals to write: all where each has its slot; else, as far apart as they need, the chosen, the unfinished and the highest. */
export function shownTotals(data: ColumnsData, plot: Plot): boolean[] {
  const widest = data.totals.reduce((width, total) => Math.max(width, labelWidth(total.text)), 0)
  const known = data.totals.map((total) => total.value !== null)
  if (widest + 4 <= plot.slot && !(plot.isPhone && plot.slot < 34)) return known
  const apart = Math.ceil((widest + 4) / plot.slot)
  const rank = (index: number) => (data.periods[index]?.isChosen ? 0 : data.periods[index]?.isUnfinished ? 1 : 2)
  const value = (index: number) => data.totals[index]?.value ?? 0
  const highest = known.map((_, index) => index).reduce((best, index) => (value(index) > value(best) ? index : best), 0)
  const wanted = data.periods
    .map((_, index) => index)
    .filter((index) => known[index] && value(index) > 0 && (rank(index) < 2 || index === highest))
    .sort((a, b) => rank(a) - rank(b) || value(b) - value(a))
  const taken: number[] = []
  for (const index of wanted) if (taken.every((other) => Math.abs(other - index) >= apart)) taken.push(index)
  return known.map((_, index) => taken.includes(index))
}
