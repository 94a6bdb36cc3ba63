import { type PointerEvent, useId, useState } from 'react'
import styles from './chart.module.css'
import { ColumnDrawing } from './column-drawing.tsx'
import { ColumnLabels } from './column-labels.tsx'
import { HoverPanel } from './hover-panel.tsx'
import { PointLayer } from './point-layer.tsx'
import { centreOf, heightOf, lastFullPeriod, type Plot, plotOf, sayPeriod, segmentAt, segmentMiddles } from './prepare-columns.ts'
import { labelWidth, spreadLabels } from './prepare-labels.ts'
import { nearestLine } from './prepare-shapes.ts'
import { DirectLabels, SeriesList } from './series-key.tsx'
import type { ColumnsData, Open } from './types.ts'
import { useWidth } from './use-width.ts'

export type ColumnChartProps = {
  data: ColumnsData
  /** The figure in one sentence. */
  label: string
  formatTick: (value: number) => string
  /** Opens the stories of a period, and of one series in it where one was meant. */
  onOpen?: Open
  /** Opens the stories of a series over the chosen period. */
  onOpenSeries?: (seriesKey: string) => void
  /** Ticks at whole numbers only, as counts need. */
  whole?: boolean
  /** One series that the title already names: no key. */
  isBare?: boolean
}

type Active = { period: number; series?: number }
type Layout = 'stacked' | 'grouped'

function useColumns(data: ColumnsData, layout: Layout, plot: Plot) {
  const [active, setActive] = useState<Active>()
  const step = (period: number, by: 1 | -1) => {
    const held = data.series.flatMap((_, index) => (data.cells[index]?.[period]?.value ? [index] : []))
    const now = active?.series === undefined ? (by > 0 ? -1 : held.length) : held.indexOf(active.series)
    setActive({ period, series: held[Math.max(0, Math.min(held.length - 1, now + by))] })
  }
  const point = (period: number, event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const first = (plot.slot - plot.bar * data.series.length - 2 * (data.series.length - 1)) / 2
    const column = Math.floor((x - first) / (plot.bar + 2))
    const bar = data.series[column] ? column : undefined
    const beside = plot.isLines ? nearestLine(data, plot, period, y) : bar
    const series = layout === 'stacked' ? segmentAt(data, plot, period, y) : beside
    if (active?.period !== period || active.series !== series) setActive({ period, series })
  }
  const key = (period: number, name: string) => {
    if (name !== 'ArrowUp' && name !== 'ArrowDown') return false
    step(period, name === 'ArrowUp' ? 1 : -1)
    return true
  }
  return { active, setActive, point, key }
}

function Said({ data, active }: { data: ColumnsData; active?: Active }) {
  const series = active?.series === undefined ? undefined : data.series[active.series]
  const cell = active?.series === undefined ? undefined : data.cells[active.series]?.[active.period]
  return (
    <span className="visually-hidden" role="status">
      {series && cell ? `${series.label} ${cell.text}` : ''}
    </span>
  )
}

function Panel({ data, active, plot, layout }: { data: ColumnsData; active: Active; plot: Plot; layout: Layout }) {
  const at = centreOf(plot, active.period)
  const end = heightOf(plot, layout === 'stacked' ? (data.totals[active.period]?.value ?? 0) : 0) - (layout === 'stacked' ? 20 : 0)
  const rows = data.series.map((series, index) => ({
    key: series.key,
    label: series.label,
    fill: series.fill,
    text: data.cells[index]?.[active.period]?.text ?? '',
    isActive: index === active.series,
  }))
  return (
    <>
      <i className={styles.hairline} style={{ left: at, top: 0, height: Math.max(0, end) }} />
      <HoverPanel
        title={data.periods[active.period]?.longLabel ?? ''}
        total={data.totals[active.period]?.text}
        rows={rows.toReversed()}
        at={at}
        gap={plot.slot / 2 + 4}
        width={plot.width}
      />
    </>
  )
}

function Labels({ data, plot, onOpen }: { data: ColumnsData; plot: Plot; onOpen?: (key: string) => void }) {
  const middles = segmentMiddles(data, plot, lastFullPeriod(data)).toReversed()
  const tops = spreadLabels(middles, 21, [plot.top + 16, plot.height - plot.bottom - 8])
  return <DirectLabels entries={data.series.toReversed()} tops={tops} head={data.figureHead} width={plot.right - 20} onOpen={onOpen} />
}

/** Columns over time, stacked or side by side. Screens use `StackedColumns` and `Columns`. */
export function ColumnChart({
  data,
  label,
  formatTick,
  onOpen,
  onOpenSeries,
  whole = true,
  isBare = false,
  layout,
}: ColumnChartProps & { layout: Layout }) {
  const { ref, width } = useWidth<HTMLDivElement>()
  const patternId = useId()
  const bare = plotOf(data, { width, layout, whole, isBare })
  const axisWidth = Math.max(28, Math.ceil(Math.max(...bare.ticks.map((tick) => labelWidth(formatTick(tick)))) + 10))
  const plot = plotOf(data, { width, layout, whole, isBare, axisWidth })
  const { active, setActive, point, key } = useColumns(data, layout, plot)
  const chosen = data.periods.findLastIndex((period) => period.isChosen)
  const points = data.periods.map((period, index) => ({
    key: period.key,
    label: sayPeriod(data, index),
    left: plot.left + plot.slot * index,
    top: 0,
    width: plot.slot,
    height: plot.height,
  }))
  const isDirect = layout === 'stacked' && !plot.isPhone && !isBare
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure's parts are marks, not form fields
    <div role="group" aria-label={label} className={styles.chart}>
      <div ref={ref} className={styles.drawing} style={{ height: bare.height }}>
        {width > 0 && (
          <>
            <div aria-hidden="true">
              <ColumnDrawing data={data} plot={plot} layout={layout} patternId={patternId} formatTick={formatTick} />
              <svg
                aria-hidden="true"
                className={styles.over}
                width={plot.width}
                height={plot.height}
                viewBox={`0 0 ${plot.width} ${plot.height}`}
              >
                <ColumnLabels data={data} plot={plot} layout={layout} />
              </svg>
            </div>
            <PointLayer
              points={points}
              active={active?.period}
              entry={chosen < 0 ? undefined : chosen}
              onActive={(period) => setActive(period === undefined ? undefined : { period })}
              onOpen={onOpen && ((index) => onOpen(data.periods[index]?.key ?? '', data.series[active?.series ?? -1]?.key))}
              onPointer={point}
              onKey={key}
            >
              {active && <Panel data={data} active={active} plot={plot} layout={layout} />}
            </PointLayer>
            {isDirect && <Labels data={data} plot={plot} onOpen={onOpenSeries} />}
          </>
        )}
      </div>
      <Said data={data} active={active} />
      {!isDirect && !isBare && width > 0 && (
        <SeriesList entries={layout === 'stacked' ? data.series.toReversed() : data.series} onOpen={onOpenSeries} />
      )}
    </div>
  )
}
