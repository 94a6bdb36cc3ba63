import { HatchPattern, type Paint, paintOf, strokeOf, unfinishedPaint } from './fill.tsx'
import { heightOf, type Plot } from './prepare-columns.ts'
import { barShapes, lineShapes, type SeriesShape } from './prepare-shapes.ts'
import type { ColumnsData } from './types.ts'

function Grid({ plot, formatTick }: { plot: Plot; formatTick: (value: number) => string }) {
  return plot.ticks.map((tick) => {
    const y = Math.round(heightOf(plot, tick)) + 0.5
    return (
      <g key={tick}>
        <line
          x1={plot.left}
          x2={plot.width - plot.right}
          y1={y}
          y2={y}
          stroke={tick === 0 ? 'var(--oe-ink-4)' : 'var(--oe-line)'}
          shapeRendering="crispEdges"
        />
        <text x={plot.left - 8} y={y + 3.5} textAnchor="end">
          {formatTick(tick)}
        </text>
      </g>
    )
  })
}

function Bars({ shape, paint, isDense }: { shape: SeriesShape; paint: Paint; isDense: boolean }) {
  const dense = isDense ? { ...paint, stroke: undefined, strokeDasharray: undefined } : paint
  return (
    <>
      {shape.whole && <path d={shape.whole} {...(isDense && paint.fill === 'none' ? paint : dense)} />}
      {shape.unfinished && <path d={shape.unfinished} {...unfinishedPaint(paint)} />}
    </>
  )
}

/** The columns themselves: a path a series, painted at once; no animation. Side by side and too thin for bars they are lines. */
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
  const paints = data.series.map((series) => paintOf(series.fill, patternId))
  const shapes = plot.isLines
    ? lineShapes(data, plot)
    : barShapes(data, plot, layout, (series) => (paints[series]?.stroke && !plot.isDense ? 0.5 : 0))
  return (
    <svg aria-hidden="true" width={plot.width} height={plot.height} viewBox={`0 0 ${plot.width} ${plot.height}`}>
      <defs>
        <HatchPattern id={patternId} />
      </defs>
      <Grid plot={plot} formatTick={formatTick} />
      {data.series.map((series, index) => {
        const [shape, paint] = [shapes[index], paints[index]]
        if (!shape || !paint) return null
        if (!plot.isLines) return <Bars key={series.key} shape={shape} paint={paint} isDense={plot.isDense} />
        const stroke = strokeOf(series.fill)
        return (
          <g key={series.key} fill="none" strokeLinejoin="round" strokeLinecap="round">
            {shape.whole && <path d={shape.whole} {...stroke} />}
            {shape.unfinished && <path d={shape.unfinished} {...stroke} strokeDasharray="1.5 3" />}
          </g>
        )
      })}
    </svg>
  )
}
