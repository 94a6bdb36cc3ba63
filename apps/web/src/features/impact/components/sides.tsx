import type { Side } from '@oeuvre/domain/credits/schema'
import { socialShareBp } from '@oeuvre/domain/impact/rules'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { PartsBar } from '@oeuvre/ui/chart/parts-bar.tsx'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { sideFills } from '../model/use-series-words.ts'
import { Estimates } from './estimates.tsx'
import { Section } from './section.tsx'
import styles from './sides.module.css'
import { TakePart } from './take-part.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }
const order: readonly Side[] = ['social', 'both', 'conventional', 'not-stated']

/** Four parts that add up to all results, of results and of value; then what a result is typically worth, and how long it was in the making. */
export function Sides({ page, filter }: Props) {
  const { t, f } = usePageWords(page)
  const share = socialShareBp(page.sides)
  if (page.sentence.kind === 'nothing') return null
  const { comparison } = page
  return (
    <Section
      of={comparison.conversion ? ['sides', 'size', 'days', 'conversion'] : ['sides', 'size', 'days']}
      page={page}
      title={t('sides.title')}
      note={t('sides.note')}
      say={share === null ? undefined : t('sides.say', { share: f.percent(share, 1) })}
    >
      <div className={styles.bars}>
        <Parts page={page} filter={filter} what="results" />
        {page.headline.now.valueMinor !== '0' && <Parts page={page} filter={filter} what="value" />}
        <Estimates page={page} filter={filter} what="size" beside={comparison.size} />
        <Estimates page={page} filter={filter} what="days" beside={comparison.days} />
        {comparison.conversion && <Estimates page={page} filter={filter} what="conversion" beside={comparison.conversion} />}
      </div>
    </Section>
  )
}

function Parts({ page, filter, what }: Props & { readonly what: 'results' | 'value' }) {
  const { t, f, results, value } = usePageWords(page)
  const { open } = useOpen(filter, page)
  const rows = order.flatMap((side) => page.sides.filter((row) => row.side === side))
  const text = (row: { resultsBp: string; valueMinor: string }) => (what === 'results' ? results(row.resultsBp) : value(row.valueMinor))
  const parts = rows.map((row) => ({
    key: row.side,
    label: t(`sides.names.${row.side}`),
    value: what === 'results' ? Number(row.resultsBp) : Number(row.valueMinor),
    text: text(row),
    fill: sideFills[row.side],
  }))
  const total = text(page.headline.now)
  const before = rows.map((row) => (row.before ? text(row.before) : '—'))
  const table = {
    caption: t(`sides.${what}`),
    head: [t('sides.side'), t(`sides.${what}`), ...(page.compared ? [t('before')] : [])],
    rows: parts.map((p, at) => ({ key: p.key, label: p.label, cells: [p.text, ...(page.compared ? [before[at] ?? '—'] : [])] })),
    foot: {
      label: t('overTime.total'),
      cells: [total, ...(page.headline.before ? [text(page.headline.before)] : page.compared ? ['—'] : [])],
    },
  }
  const label = t('sides.aria', { what: t(`sides.${what}`), list: f.list(parts.map((p) => `${p.text} ${p.label}`)) })
  return (
    <ChartFrame
      title={t(`sides.${what}`)}
      figure={total}
      table={table}
      texts={{ showTable: t('table'), showChart: t('chart') }}
      actions={<TakePart page={page} filter={filter} part="sides" title={t(`sides.${what}`)} />}
    >
      <PartsBar parts={parts} label={label} onOpen={(key) => open({ side: order.filter((side) => side === key) })} />
    </ChartFrame>
  )
}
