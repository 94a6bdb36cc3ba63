import { ColumnChart, type ColumnChartProps } from './column-chart.tsx'

/** Few series side by side in each period: for counts that overlap and so must not be stacked. */
export function Columns(props: ColumnChartProps) {
  return <ColumnChart {...props} layout="grouped" />
}
