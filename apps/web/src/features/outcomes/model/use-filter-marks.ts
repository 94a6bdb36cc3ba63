import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'
import { type Choice, useListChoices } from './use-list-choices.ts'
import { useOutcomeWords } from './use-outcome-words.ts'

export type FilterMark = { readonly key: string; readonly label: string; readonly without: ListFilter }
type ListKey = 'state' | 'type' | 'channel' | 'side' | 'valueKind' | 'rung' | 'skill' | 'program' | 'objective'

/** Everything that narrows the list, each with the filter that is left without it. Also what no menu offers, because a figure led here. */
export function useFilterMarks(filter: ListFilter): readonly FilterMark[] {
  const t = useTranslations('review')
  const figureMarks = useFigureMarks()
  const f = useFormat()
  const { state } = useOutcomeWords()
  const choices = useListChoices()
  const personName = usePersonName(filter.person)
  const nameIn = (list: readonly Choice[], key: string) => list.find((choice) => choice.key === key)?.label ?? '…'
  const labels: { readonly [K in ListKey]: (item: string) => string } = {
    state: (item) => state(item as never),
    type: (item) => nameIn(choices.type, item),
    channel: (item) => nameIn(choices.channel, item),
    side: (item) => nameIn(choices.side, item),
    valueKind: (item) => t(`list.valueKinds.${item as 'none'}`),
    rung: (item) => nameIn(choices.rung, item),
    skill: (item) => nameIn(choices.skill, item),
    program: (item) => choices.program.find(({ key }) => key === item)?.label ?? t('list.program'),
    objective: (item) => choices.objective.find(({ key }) => key === item)?.label ?? t('list.objective'),
  }
  const lists = (Object.keys(labels) as ListKey[]).flatMap((key) =>
    (filter[key] ?? []).map((item) => ({
      key: `${key}-${item}`,
      label: labels[key](String(item)),
      without: { ...filter, [key]: (filter[key] as readonly unknown[]).filter((one) => one !== item) },
    })),
  )
  const without = (...keys: (keyof ListFilter)[]): ListFilter => ({ ...filter, ...Object.fromEntries(keys.map((key) => [key, undefined])) })
  return [
    ...(filter.q ? [{ key: 'q', label: t('list.quoted', { text: filter.q }), without: without('q') }] : []),
    ...(filter.mine ? [{ key: 'mine', label: t('list.mine'), without: without('mine') }] : []),
    ...(filter.reach ? [{ key: 'reach', label: t('list.reach'), without: without('reach') }] : []),
    ...lists,
    ...(filter.team ? [{ key: 'team', label: nameIn(choices.team, filter.team), without: without('team', 'alone', 'within') }] : []),
    ...(filter.within
      ? [{ key: 'within', label: t('list.within', { team: nameIn(choices.team, filter.within) }), without: without('within') }]
      : []),
    ...(filter.alone ? [{ key: 'alone', label: t(filter.team ? 'list.alone' : 'list.withoutTeam'), without: without('alone') }] : []),
    ...figureMarks(filter).map(({ key, label }) => ({ key, label, without: without(key) })),
    ...(filter.person ? [{ key: 'person', label: personName, without: without('person') }] : []),
    ...(filter.from || filter.to ? [{ key: 'days', label: daysText(filter), without: without('from', 'to') }] : []),
  ]

  function daysText({ from, to }: ListFilter): string {
    if (from && to) return t('list.between', { from: f.day(from, 'medium'), to: f.day(to, 'medium') })
    return from ? t('list.since', { day: f.day(from, 'medium') }) : t('list.until', { day: f.day(to ?? '', 'medium') })
  }
}

/** What only a figure of the impact page asks. */
function useFigureMarks() {
  const t = useTranslations('review.list.figure')
  const f = useFormat()
  const names = useVocabularyNames()
  return (filter: ListFilter): readonly { readonly key: keyof ListFilter; readonly label: string }[] => {
    const [from = '', to = ''] = (filter.verifyDays ?? '').split('..')
    const days =
      to === '' ? t('waitedMore', { from }) : from === to ? t('waited', { days: f.days(Number(to)) }) : t('waitedSpan', { from, to })
    return [
      ...(filter.asOf ? [{ key: 'asOf' as const, label: t('asOf', { day: f.day(filter.asOf, 'medium') }) }] : []),
      ...(filter.chart ? [{ key: 'chart' as const, label: t('chart') }] : []),
      ...(filter.led
        ? [{ key: 'led' as const, label: filter.led === 'any' ? t('ledAny') : t('led', { platform: names.platform(filter.led) }) }]
        : []),
      ...(filter.verifyDays ? [{ key: 'verifyDays' as const, label: from === '0' && to === '' ? t('byPeople') : days }] : []),
      ...(filter.promise ? [{ key: 'promise' as const, label: t(filter.promise) }] : []),
      ...(filter.valued ? [{ key: 'valued' as const, label: t('valued') }] : []),
      ...(filter.touched ? [{ key: 'touched' as const, label: t('touched') }] : []),
      ...(filter.unconverted ? [{ key: 'unconverted' as const, label: t('unconverted', { currency: filter.unconverted }) }] : []),
    ]
  }
}

function usePersonName(id: string | undefined): string {
  const t = useTranslations('review.list')
  const { data } = useQuery(trpc.people.briefs.queryOptions({ ids: [id ?? ''] }, { enabled: Boolean(id), staleTime: 300_000 }))
  return data?.[0]?.name ?? t('person')
}
