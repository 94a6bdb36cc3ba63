import type { sides } from '@oeuvre/domain/credits/schema'
import { socialShareBp } from '@oeuvre/domain/impact/rules'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { PartsBar } from '@oeuvre/ui/chart/parts-bar.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useShell } from '../../../lib/shell.ts'
import { behind } from '../model/drill-down.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './sides.module.css'

const fills = { social: 'solid', both: 'hatched', conventional: 'stone', 'not-stated': 'dotted' } as const
const order = ['social', 'both', 'conventional', 'not-stated'] as const satisfies typeof sides | readonly (typeof sides)[number][]

/** Four parts that add up to all results, of results and of value. */
export function Sides({ page, filter }: { page: ImpactPage; filter: ImpactFilter }) {
  const { t, f, results, value } = usePageWords(page)
  const { organization } = useShell()
  const navigate = useNavigate()
  const rows = order.flatMap((side) => page.sides.filter((row) => row.side === side))
  const share = socialShareBp(page.sides)
  const open = (side: string) => {
    const stories = behind(filter, page.period, { side: [side as 'both'] })
    if (stories) void navigate({ to: '/$organization/outcomes', params: { organization }, search: stories as never })
  }
  const bar = (what: 'results' | 'value') => {
    const parts = rows.map((row) => ({
      key: row.side,
      label: t(`sides.names.${row.side}`),
      value: what === 'results' ? Number(row.resultsBp) : Number(row.valueMinor),
      text: what === 'results' ? results(row.resultsBp) : value(row.valueMinor),
      fill: fills[row.side],
    }))
    const label = t('sides.aria', { what: t(`sides.${what}`), list: f.list(parts.map((p) => `${p.text} ${p.label}`)) })
    const total = what === 'results' ? results(page.headline.now.resultsBp) : value(page.headline.now.valueMinor)
    const table = {
      caption: t('sides.title'),
      head: [t('sides.side'), t(`sides.${what}`)],
      rows: parts.map((p) => ({ key: p.key, label: p.label, cells: [p.text] })),
      foot: { label: t('overTime.total'), cells: [total] },
    }
    return (
      <ChartFrame title={t(`sides.${what}`)} figure={total} table={table} texts={{ showTable: t('table'), showChart: t('chart') }}>
        <PartsBar parts={parts} label={label} onOpen={open} />
      </ChartFrame>
    )
  }
  if (page.sentence.kind === 'nothing') return null
  return (
    <SideHead
      title={t('sides.title')}
      note={t('sides.note')}
      say={share === null ? undefined : t('sides.say', { share: f.percent(share, 1) })}
    >
      <div className={styles.bars}>
        {bar('results')}
        {page.headline.now.valueMinor !== '0' && bar('value')}
      </div>
    </SideHead>
  )
}
