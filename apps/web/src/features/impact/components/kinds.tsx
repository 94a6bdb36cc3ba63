import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfName } from '@oeuvre/domain/impact/stories/rules'
import { KindMark } from '@oeuvre/ui/marks/kind-mark.tsx'
import type { Pigment } from '@oeuvre/ui/marks/pigment.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { useNames } from '../model/use-names.ts'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureLink } from './figure-link.tsx'
import { FigureTable } from './figure-table.tsx'
import { Section } from './section.tsx'
import { TakePart } from './take-part.tsx'

type Props = { readonly page: ImpactPage; readonly filter: ImpactFilter }

/** By type of result: adds up to the whole. */
export function Types({ page, filter }: Props) {
  const { t, value } = usePageWords(page)
  const { search } = useOpen(filter, page)
  const names = useVocabularyNames()
  if (page.types.length === 0) return null
  const rows = page.types.map((row) => ({
    ...row,
    key: row.type.id,
    name: <KindMark pigment={row.type.pigment as Pigment}>{names.type(row.type)}</KindMark>,
    search: search({ type: [row.type.id] }),
  }))
  const potential = {
    key: 'potential',
    header: t('types.potential'),
    align: 'right' as const,
    width: 112,
    phone: 'drop' as const,
    cell: (row: (typeof rows)[number]) =>
      row.potentialMinor === '0' ? '—' : <FigureLink search={row.search}>{value(row.potentialMinor)}</FigureLink>,
  }
  return (
    <Section
      of={['types']}
      page={page}
      title={t('types.title')}
      note={t('types.note')}
      end={<TakePart page={page} filter={filter} part="types" title={t('types.title')} hasPicture={false} />}
    >
      <FigureTable
        page={page}
        caption={t('types.title')}
        head={t('types.type')}
        rows={rows}
        more={rows.some((row) => row.potentialMinor !== '0') ? [potential] : []}
        total={t('overTime.total')}
      />
    </Section>
  )
}

/** By channel: results in which it took part. Never stacked, no total: a result can have several. */
export function Channels({ page, filter }: Props) {
  const { t } = usePageWords(page)
  const { search } = useOpen(filter, page)
  const names = useVocabularyNames()
  if (page.sentence.kind === 'nothing') return null
  const rows = page.channels.map((row) => ({
    ...row,
    key: row.channel.id,
    name: names.channel(row.channel),
    search: search({ channel: [row.channel.id] }),
    tone: row.channel.kind === 'social' ? ('ink' as const) : ('soft' as const),
  }))
  return (
    <Section
      of={['channels']}
      page={page}
      title={t('channels.title')}
      note={t('channels.note')}
      end={<TakePart page={page} filter={filter} part="channels" title={t('channels.title')} hasPicture={false} />}
    >
      {rows.length === 0 ? (
        <p>{t('channels.empty')}</p>
      ) : (
        <FigureTable page={page} caption={t('channels.title')} head={t('channels.channel')} rows={rows} />
      )}
    </Section>
  )
}

const named = [
  { what: 'skill', list: 'skills' },
  { what: 'program', list: 'programs' },
  { what: 'objective', list: 'objectives' },
] as const

/** By trade, program and objective, where any was ever named; what names none stands last. */
export function Named({ page, filter }: Props) {
  const { t } = usePageWords(page)
  const { search } = useOpen(filter, page)
  const nameOf = useNames(page)
  return named.map(({ what, list }) => {
    if (page[list].every((row) => row.id === null)) return null
    const rows = page[list]
      .toSorted((a, b) => Number(a.id === null) - Number(b.id === null))
      .map((row) => ({
        ...row,
        key: row.id ?? 'none',
        name: nameOf(what, row.id),
        search: search(storiesOfName(what, row.id)),
        tone: row.id === null ? ('soft' as const) : ('ink' as const),
      }))
    return (
      <Section
        key={list}
        of={[list]}
        page={page}
        title={t(`${list}.title`)}
        note={t(`${list}.note`)}
        end={<TakePart page={page} filter={filter} part={list} title={t(`${list}.title`)} hasPicture={false} />}
      >
        <FigureTable page={page} caption={t(`${list}.title`)} head={t(`${list}.one`)} rows={rows} total={t('overTime.total')} />
      </Section>
    )
  })
}
