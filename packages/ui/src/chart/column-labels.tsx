import { centreOf, heightOf, type Plot, shownTotals } from './prepare-columns.ts'
import { labelWidth, shownLabels } from './prepare-labels.ts'
import type { Cell, ColumnsData, Period } from './types.ts'

function weight(isStrong: boolean | undefined) {
  return isStrong ? { className: 'strong' } : {}
}

function Totals({ data, plot }: { data: ColumnsData; plot: Plot }) {
  const shown = shownTotals(data, plot)
  return data.totals.map((total: Cell, index) => {
    const period = data.periods[index]
    if (!shown[index] || !period || total.value === null) return null
    return (
      <text
        key={period.key}
        {...weight(period.isChosen)}
        data-halo=""
        x={Math.min(centreOf(plot, index), plot.width - labelWidth(total.text) / 2)}
        y={heightOf(plot, total.value) - 7}
        textAnchor="middle"
      >
        {total.text}
      </text>
    )
  })
}

/** The figures of bars side by side, where every one of them is narrower than its bar. */
function BarFigures({ data, plot }: { data: ColumnsData; plot: Plot }) {
  const cells = data.cells.flat()
  if (plot.isLines) return null
  if (cells.some((cell) => labelWidth(cell.text) > plot.bar + 2)) return null
  const group = plot.bar * data.series.length + 2 * (data.series.length - 1)
  return data.periods.map((period, index) =>
    data.series.map((series, row) => {
      const cell = data.cells[row]?.[index]
      if (!cell || cell.value === null) return null
      const x = centreOf(plot, index) - group / 2 + row * (plot.bar + 2) + plot.bar / 2
      return (
        <text
          key={`${period.key} ${series.key}`}
          {...weight(period.isChosen)}
          data-halo=""
          x={x}
          y={heightOf(plot, cell.value) - 6}
          textAnchor="middle"
        >
          {cell.text}
        </text>
      )
    }),
  )
}

function Periods({ data, plot }: { data: ColumnsData; plot: Plot }) {
  const isShort = plot.isPhone && data.periods.some((period) => plot.slot < labelWidth(period.label) + 6)
  const fitting = (period: Period) => (isShort ? period.shortLabel : period.label)
  const pinned = new Set(
    data.periods.flatMap((period, index) => (period.isChosen && plot.slot >= labelWidth(fitting(period)) ? [index] : [])),
  )
  const widest = Math.max(...data.periods.map((period) => labelWidth(fitting(period))), 0)
  const shown = shownLabels(data.periods.length, plot.slot, widest, pinned)
  return data.periods.map((period, index) =>
    shown[index] && fitting(period) ? (
      <text key={period.key} {...weight(period.isChosen)} x={centreOf(plot, index)} y={plot.height - plot.bottom + 20} textAnchor="middle">
        {fitting(period)}
      </text>
    ) : null,
  )
}

function Groups({ data, plot }: { data: ColumnsData; plot: Plot }) {
  const y = plot.height - plot.bottom + 31.5
  return (data.groups ?? []).map((group) => {
    const from = plot.left + plot.slot * group.from + 4
    const to = plot.left + plot.slot * (group.to + 1) - 4
    const middle = (from + to) / 2
    const label = to - from < labelWidth(group.label) ? group.shortLabel : group.label
    const isNarrow = to - from < 20
    const edge = labelWidth(label) / 2
    return (
      <g key={group.key}>
        {!isNarrow && (
          <line
            x1={from}
            x2={to}
            y1={y}
            y2={y}
            stroke={group.isChosen ? 'var(--oe-ink)' : 'var(--oe-line-strong)'}
            strokeWidth={group.isChosen ? 2 : 1}
          />
        )}
        <text {...weight(group.isChosen)} x={Math.min(plot.width - edge, middle)} y={y + 18} textAnchor="middle">
          {label}
        </text>
      </g>
    )
  })
}

/** What is written above and below the columns. */
export function ColumnLabels({ data, plot, layout }: { data: ColumnsData; plot: Plot; layout: 'stacked' | 'grouped' }) {
  return (
    <>
      {layout === 'stacked' ? <Totals data={data} plot={plot} /> : <BarFigures data={data} plot={plot} />}
      <Periods data={data} plot={plot} />
      <Groups data={data} plot={plot} />
    </>
  )
}
