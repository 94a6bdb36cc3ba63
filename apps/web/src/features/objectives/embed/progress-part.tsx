import type { ObjectivePage } from '@oeuvre/domain/objectives/schema'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { thinned } from '@oeuvre/ui/chart/prepare-progress.ts'
import { ProgressLine } from '@oeuvre/ui/chart/progress-line.tsx'
import { useObjectiveWords } from '../model/use-objective-words.ts'

const mostMarks = 36

type ProgressPartProps = {
  readonly page: ObjectivePage
  readonly line: NonNullable<ObjectivePage['line']>
  /** Opens what was reached up to a day. */
  readonly onOpen: (until: string) => void
}

/** How it went: what was reached day by day beside an even pace, and the same as a table. */
export function ProgressPart({ page, line, onOpen }: ProgressPartProps) {
  const { t, f, amount, short } = useObjectiveWords(page)
  const { measure, from, to, progress } = page.objective
  const target = Number(progress.target ?? 1)
  const marks = thinned(
    line.map(({ day, at, reached }) => ({ day, reached, at: (at + 1) / page.days })),
    mostMarks,
  ).map((point) => ({
    key: point.day,
    at: point.at,
    share: Number(point.reached) / target,
    say: t('line.say', { day: f.day(point.day), reached: amount(measure, point.reached) }),
    title: f.day(point.day, 'medium'),
    rows: [{ key: 'reached', label: t('reached'), text: short(measure, point.reached) }],
  }))
  const over = line.at(-1)
  const label = t('line.label', {
    reached: amount(measure, progress.reached ?? '0'),
    target: amount(measure, progress.target ?? '0'),
    pace: t(`standings.${progress.standing}`),
  })
  const table = {
    caption: t('line.title'),
    head: [t('line.day'), t('reached')],
    rows: line.map(({ day, reached }) => ({ key: day, label: f.day(day, 'medium'), cells: [amount(measure, reached)] })),
  }
  const isRunning = page.today >= from && page.today <= to
  return (
    <ChartFrame table={table} texts={{ showTable: t('line.showTable'), showChart: t('line.showChart') }}>
      <ProgressLine
        marks={marks}
        today={isRunning && over ? (over.at + 1) / page.days : null}
        label={label}
        texts={{
          target: t('line.target', { target: short(measure, progress.target ?? '0') }),
          pace: t('line.pace'),
          reached: t('reached'),
          today: t('line.today'),
          from: f.day(from, 'medium'),
          to: f.day(to, 'medium'),
        }}
        formatShare={(share) => (share === 0 ? '0' : short(measure, String(Math.round(target * share))))}
        onOpen={onOpen}
      />
    </ChartFrame>
  )
}
