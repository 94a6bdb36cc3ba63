import type { Pigment } from '../marks/pigment.ts'

/** How an area is filled: by the pigment of a type, or without hue: solid, hatched, stone, hollow, dotted. */
export type Fill = Pigment | 'solid' | 'hatched' | 'stone' | 'hollow' | 'dotted'

/** A value to draw and the words to write for it. `null` is a gap: nothing is known, which is not zero. */
export type Cell = { value: number | null; text: string }

export type Series = {
  key: string
  label: string
  fill: Fill
  /** The figure of the chosen period, written beside the label. */
  figure?: string
}

export type Period = {
  key: string
  /** "sept." */
  label: string
  /** One or two letters for a phone: "s". */
  shortLabel: string
  /** "September 2026": in the panel and for screen readers. */
  longLabel: string
  isChosen?: boolean
  /** Not over yet: drawn pale and dashed. */
  isUnfinished?: boolean
}

/** Periods that belong together, ruled beneath the columns: "Q3 · 63". `from` and `to` are indexes of periods, both included. */
export type PeriodGroup = { key: string; label: string; shortLabel: string; from: number; to: number; isChosen?: boolean }

export type ColumnsData = {
  periods: readonly Period[]
  /** From the bottom of the stack to its top; at most five, then the rest as `other`. */
  series: readonly Series[]
  /** By series, then by period. */
  cells: readonly (readonly Cell[])[]
  /** By period; what stands on top of a stack. */
  totals: readonly Cell[]
  groups?: readonly PeriodGroup[]
  /** Above the figures beside the labels: "Q3". */
  figureHead?: string
}

export type Part = { key: string; label: string; value: number; text: string; fill: Fill }

export type IntervalRow = {
  key: string
  label: string
  /** The estimate, written at the end of the row. */
  text: string
  /** The interval in words, for screen readers: "10 to 21 k€". */
  range: string
  low: number
  middle: number
  high: number
  fill?: 'solid' | 'hollow'
}

export type TableData = {
  caption: string
  /** The head of the first column, then of the others. */
  head: readonly string[]
  rows: readonly { key: string; label: string; cells: readonly string[] }[]
  foot?: { label: string; cells: readonly string[] }
}

/** Opens the stories behind a mark; the second key is the series, where one was meant. */
export type Open = (key: string, seriesKey?: string) => void
