import { ColumnChart, type ColumnChartProps } from './column-chart.tsx'

/** Results over time, one stack a period, labels level with the last full column. */
export function StackedColumns(props: ColumnChartProps) {
  return <ColumnChart {...props} layout="stacked" />
}
