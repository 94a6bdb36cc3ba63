import { Bar, BarChart, CartesianGrid, ReferenceLine, XAxis, YAxis } from 'recharts'
import { HatchPattern, PaintedRect, paintOf, unfinishedPaint } from './fill.tsx'
import { heightOf, type Plot } from './prepare-columns.ts'
import type { ColumnsData, Fill } from './types.ts'

type Row = { key: string; isUnfinished: boolean; values: (number | null)[] }
type ShapeProps = { x?: number; y?: number; width?: number; height?: number; payload?: unknown }

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && 'isUnfinished' in value
}

/** A segment with 1.5 px of paper above it. */
function Segment({
  x = 0,
  y = 0,
  width = 0,
  height = 0,
  payload,
  fill,
  patternId,
  gap,
}: ShapeProps & { fill: Fill; patternId: string; gap: number }) {
  if (height <= 0) return null
  const paint = paintOf(fill, patternId)
  const isUnfinished = isRow(payload) && payload.isUnfinished
  return (
    <PaintedRect x={x} y={y + gap} width={width} height={Math.max(1, height - gap)} paint={isUnfinished ? unfinishedPaint(paint) : paint} />
  )
}

type TickProps = { x?: number | string; y?: number | string; payload?: { value: number } }

/** Recharts would break a label into lines; these stay whole. */
function Tick({ x = 0, y = 0, payload, format }: TickProps & { format: (value: number) => string }) {
  return (
    <text x={x} y={Number(y) + 4} textAnchor="end">
      {payload ? format(payload.value) : ''}
    </text>
  )
}

function rowsOf(data: ColumnsData): Row[] {
  return data.periods.map((period, index) => ({
    key: period.key,
    isUnfinished: period.isUnfinished ?? false,
    values: data.cells.map((cells) => cells[index]?.value ?? null),
  }))
}

/** The columns themselves, drawn by Recharts from what was prepared; no animation, no legend, no tooltip of its own. */
export function ColumnDrawing({
  data,
  plot,
  layout,
  patternId,
  formatTick,
}: {
  data: ColumnsData
  plot: Plot
  layout: 'stacked' | 'grouped'
  patternId: string
  formatTick: (value: number) => string
}) {
  const gap = layout === 'stacked' ? 1.5 : 0
  return (
    <BarChart
      width={plot.width}
      height={plot.height}
      data={rowsOf(data)}
      margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
      barGap={2}
      barCategoryGap={0}
      accessibilityLayer={false}
    >
      <defs>
        <HatchPattern id={patternId} />
      </defs>
      <CartesianGrid
        vertical={false}
        horizontalCoordinatesGenerator={() => plot.ticks.map((tick) => Math.round(heightOf(plot, tick)) + 0.5)}
        stroke="var(--oe-line)"
        shapeRendering="crispEdges"
      />
      <XAxis dataKey="key" height={plot.bottom} axisLine={false} tickLine={false} tick={false} />
      <YAxis
        width={plot.left}
        domain={[0, plot.max]}
        ticks={[...plot.ticks]}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={(tick: TickProps) => <Tick {...tick} format={formatTick} />}
      />
      {data.series.map((series, index) => (
        <Bar
          key={series.key}
          dataKey={(row: Row) => row.values[index] ?? null}
          stackId={layout === 'stacked' ? 'stack' : undefined}
          barSize={plot.bar}
          isAnimationActive={false}
          shape={(props: ShapeProps) => <Segment {...props} fill={series.fill} patternId={patternId} gap={gap} />}
        />
      ))}
      <ReferenceLine y={0} stroke="var(--oe-ink-4)" shapeRendering="crispEdges" />
    </BarChart>
  )
}
