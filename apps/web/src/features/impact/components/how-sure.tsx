import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { PartsBar } from '@oeuvre/ui/chart/parts-bar.tsx'
import { Ladder } from '@oeuvre/ui/marks/ladder.tsx'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './how-sure.module.css'
import { Section } from './section.tsx'
import { TakePart } from './take-part.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }
const parts = [
  { key: 'matched', rung: 5, fill: 'solid' },
  { key: 'verified', rung: 4, fill: 'stone' },
] as const

/** Verified by people, and matched to the CRM; what is not yet verified stands beside, as it is now, in no figure. */
export function HowSure({ page, filter }: Props) {
  const { t, f, results, value } = usePageWords(page)
  const { open } = useOpen(filter, page)
  const rows = parts.map((part) => ({ ...part, figure: page.howSure[part.key], label: t(`howSure.${part.key}`) }))
  const total = results(page.headline.now.resultsBp)
  const table = {
    caption: t('howSure.title'),
    head: [t('howSure.rung'), t('howSure.results'), t('howSure.value')],
    rows: rows.map((row) => ({ key: row.key, label: row.label, cells: [results(row.figure.resultsBp), value(row.figure.valueMinor)] })),
    foot: { label: t('overTime.total'), cells: [total, value(page.headline.now.valueMinor)] },
  }
  const bars = rows.map(({ key, label, fill, figure }) => ({
    key,
    label,
    fill,
    value: Number(figure.resultsBp),
    text: results(figure.resultsBp),
  }))
  if (page.sentence.kind === 'nothing' && page.notYetVerified.length === 0) return null
  return (
    <Section of={['howSure', 'waiting']} page={page} title={t('howSure.title')} note={t('howSure.note')}>
      {page.sentence.kind !== 'nothing' && (
        <ChartFrame
          title={t('howSure.counted')}
          figure={total}
          table={table}
          texts={{ showTable: t('table'), showChart: t('chart') }}
          actions={<TakePart page={page} filter={filter} part="how-sure" title={t('howSure.title')} />}
        >
          <PartsBar
            parts={bars}
            label={t('sides.aria', { what: t('howSure.title'), list: f.list(bars.map((bar) => `${bar.text} ${bar.label}`)) })}
            onOpen={(key) => open({ rung: [key === 'matched' ? 5 : 4] })}
          />
        </ChartFrame>
      )}
      <Waiting page={page} />
    </Section>
  )
}

function Waiting({ page }: { page: ImpactPage }) {
  const { t, f } = usePageWords(page)
  const all = page.notYetVerified.reduce((sum, row) => sum + row.outcomes, 0)
  if (all === 0) return null
  return (
    <div className={styles.waiting}>
      <h3>
        {t('waiting.title')} <span>{t('waiting.note')}</span>
      </h3>
      <p>{t('waiting.line', { count: all })}</p>
      <ul>
        {page.notYetVerified.map((row) => (
          <li key={row.rung}>
            <Ladder rung={row.rung} />
            <span>{t(`waiting.rungs.${row.rung}`)}</span>
            <b>{f.number(row.outcomes)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}
