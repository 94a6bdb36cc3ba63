import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { type SliceKey, sliceKeys, toggled } from './slices.ts'
import { useNames, useVocabulary } from './use-names.ts'
import { usePageWords } from './use-page-words.ts'

export type SliceMark = { readonly key: string; readonly label: string; readonly change: Partial<ImpactFilter> }

/** Everything that narrows the page, each with the change that takes it away. */
export function useSliceMarks(page: ImpactPage, filter: ImpactFilter): readonly SliceMark[] {
  const { t } = usePageWords(page)
  const nameOf = useNames(page)
  const words = useVocabularyNames()
  const vocabulary = useVocabulary()
  const person = usePersonName(filter.person, t('slice.person'))
  const find = <T extends { readonly id: string }>(list: readonly T[] | undefined, id: string | number) =>
    list?.find((one) => one.id === id)
  const label = (key: SliceKey, item: string | number): string => {
    const [type, channel] = [find(vocabulary?.types, item), find(vocabulary?.channels, item)]
    switch (key) {
      case 'type':
        return type ? words.type(type) : '…'
      case 'channel':
        return channel ? words.channel(channel) : '…'
      case 'side':
        return t(`sides.names.${item as 'both'}`)
      case 'rung':
        return t(`slice.rungs.${item as 4}`)
      default:
        return nameOf(key, String(item))
    }
  }
  return [
    ...(filter.team ? [{ key: 'team', label: nameOf('team', filter.team), change: { team: undefined } }] : []),
    ...(filter.chart ? [{ key: 'chart', label: t('teams.chartToday'), change: { chart: undefined } }] : []),
    ...sliceKeys.flatMap((key) =>
      (filter[key] ?? []).map((item) => ({ key: `${key} ${item}`, label: label(key, item), change: toggled(filter, key, item) })),
    ),
    ...(filter.person ? [{ key: 'person', label: person, change: { person: undefined } }] : []),
  ]
}

function usePersonName(id: string | undefined, unknown: string): string {
  const { data } = useQuery(trpc.people.briefs.queryOptions({ ids: [id ?? ''] }, { enabled: Boolean(id), staleTime: 300_000 }))
  return data?.[0]?.name ?? unknown
}
