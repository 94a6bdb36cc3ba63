import type { ColumnsData, TableData } from './types.ts'

/** The same figures as a table: a period a row, a series a column. */
export function tableOf(data: ColumnsData, texts: { caption: string; period: string; total?: string }): TableData {
  return {
    caption: texts.caption,
    head: [texts.period, ...data.series.map((series) => series.label), ...(texts.total ? [texts.total] : [])],
    rows: data.periods.map((period, index) => ({
      key: period.key,
      label: period.longLabel,
      cells: [...data.cells.map((row) => row[index]?.text ?? ''), ...(texts.total ? [data.totals[index]?.text ?? ''] : [])],
    })),
  }
}
