import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { ChartFrame } from '@oeuvre/ui/chart/chart-frame.tsx'
import { LorenzLine } from '@oeuvre/ui/chart/lorenz-line.tsx'
import { wholeAt } from '@oeuvre/ui/chart/prepare-lorenz.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { Section } from './section.tsx'
import { TakePart } from './take-part.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }
type Half = NonNullable<ImpactPage['concentration']['results']>
const measures = ['results', 'value'] as const
const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

/** How few people made half: a line without names, and no way from it to anybody. */
export function Concentration({ page, filter }: Props) {
  const { t, f } = usePageWords(page)
  const { concentration } = page
  if (page.sentence.kind === 'nothing') return null
  const say = (half: Half | null, what: 'results' | 'value') =>
    half && half.people > 0 ? t(`concentration.half.${what}`, { half: half.half, people: half.people }) : null
  const lines = measures.flatMap((what) => say(concentration[what], what) ?? [])
  const before = measures.flatMap((what) => say(concentration.before?.[what] ?? null, what) ?? [])
  return (
    <Section
      of={['concentration']}
      page={page}
      title={t('concentration.title')}
      note={t('concentration.note')}
      say={concentration.isSuppressed ? undefined : lines.join(' ')}
    >
      {concentration.isSuppressed ? (
        <p>{t('concentration.withheld', { count: f.number(page.smallestGroup) })}</p>
      ) : (
        <Line
          page={page}
          filter={filter}
          said={lines.join(' ')}
          note={before.length > 0 ? t('concentration.before', { said: before.join(' ') }) : undefined}
        />
      )}
    </Section>
  )
}

function Line({ page, filter, said, note }: Props & { readonly said: string; readonly note: string | undefined }) {
  const { t, f } = usePageWords(page)
  const curves = measures.flatMap((what) => {
    const points = page.concentration.lorenz[what].map((p) => ({ people: p.peopleBp / 10_000, whole: p.wholeBp / 10_000 }))
    return points.length > 1
      ? [
          {
            key: what,
            label: t(`concentration.curves.${what}`),
            look: what === 'results' ? ('solid' as const) : ('dashed' as const),
            points,
          },
        ]
      : []
  })
  if (curves.length === 0) return null
  const share = (n: number) => f.percent(Math.round(n * 10_000))
  const table = {
    caption: t('concentration.title'),
    head: [t('concentration.people'), ...curves.map((curve) => curve.label)],
    rows: tenths.map((tenth) => ({
      key: String(tenth),
      label: share(tenth / 10),
      cells: curves.map((curve) => share(wholeAt(curve.points, tenth / 10))),
    })),
  }
  return (
    <ChartFrame
      table={table}
      note={note}
      texts={{ showTable: t('table'), showChart: t('chart') }}
      actions={<TakePart page={page} filter={filter} part="concentration" title={t('concentration.title')} />}
    >
      <LorenzLine
        curves={curves}
        label={`${t('concentration.title')}. ${said}`}
        formatShare={share}
        texts={{ people: t('concentration.people'), whole: t('concentration.whole'), equal: t('concentration.equal') }}
      />
    </ChartFrame>
  )
}
