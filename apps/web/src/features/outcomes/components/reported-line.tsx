import type { HistoryValue } from '@oeuvre/domain/outcomes/history/schema'
import styles from './outcome-history.module.css'
import { useReportedText } from './use-reported-text.ts'
import { useValueText } from './use-value-text.ts'

type ReportedLineProps = {
  readonly value: HistoryValue
  /** The value itself before it: where two stand beside each other. */
  readonly isNamed?: boolean
}

/** A value of another currency in that of the reports, as it stood then, by which rate of which day. */
export function ReportedLine({ value, isNamed = false }: ReportedLineProps) {
  const say = useValueText()
  const sayReported = useReportedText()
  if (value.kind !== 'money' || !value.reported) return null
  const { reported } = value
  return (
    <div className={styles.reported}>
      {isNamed && `${say(value)}${reported.value ? '' : ' ·'} `}
      {sayReported(reported)}
    </div>
  )
}
