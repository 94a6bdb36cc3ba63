import { formatObjectivesFilter, type ObjectivesFilter, type ObjectivesOutput } from '@oeuvre/domain/objectives/schema'
import { formatListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { storiesServingNone } from '@oeuvre/domain/outcomes/serving/rules'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { KeptList } from '../components/kept-list.tsx'
import { MainLink, ScreenLink } from '../components/screen-links.tsx'
import { ObjectiveRows } from '../features/objectives/embed/objective-rows.tsx'
import { trpc } from '../lib/api.ts'
import { useFormat } from '../lib/format.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'
import styles from './objectives.module.css'

type ObjectivesProps = { readonly filter: ObjectivesFilter; readonly onFilter: (search: Record<string, string>) => void }

/** What the organization and its teams want, and how far it is; then what served none of it. */
export function Objectives({ filter, onFilter }: ObjectivesProps) {
  const t = useTranslations('objectives')
  const { organization } = useShell()
  const { data } = useSuspenseQuery(trpc.objectives.list.queryOptions(filter))
  usePageTitle(t('title'))
  const set = data.can.create && (
    <MainLink to="/$organization/objectives/new" params={{ organization }}>
      {t('set')}
    </MainLink>
  )
  const toggle = (key: keyof ObjectivesFilter) => onFilter(formatObjectivesFilter({ ...filter, [key]: !filter[key] }))
  const others = (['ended', 'archived'] as const).map((key) => ({
    ...{ key, label: t(`others.${key}`, { count: String(data.others[key]) }), count: data.others[key] },
    ...{ isShown: filter[key] === true, onToggle: () => toggle(key) },
  }))
  return (
    <KeptList
      title={t('title')}
      intro={t('intro')}
      add={set}
      others={others}
      othersLabel={t('also')}
      rows={data.objectives.length > 0 ? <ObjectiveRows objectives={data.objectives} caption={t('title')} money={data} /> : null}
      texts={{ none: t('noneRunning'), emptyTitle: t('empty.title'), emptyText: t(data.can.create ? 'empty.text' : 'empty.textReader') }}
    >
      <ServingNone list={data} />
    </KeptList>
  )
}

/** Results that serve no objective are a figure too, and open. */
function ServingNone({ list }: { readonly list: ObjectivesOutput }) {
  const t = useTranslations('objectives')
  const f = useFormat()
  const { organization } = useShell()
  const filter = storiesServingNone(list.year)
  const { data } = useQuery(trpc.outcomes.count.queryOptions(filter))
  if (!data) return null
  return (
    <p className={styles.none}>
      {t('servingNone', { days: f.dayRange(list.year.from, list.year.to) })}{' '}
      <ScreenLink to="/$organization/outcomes" params={{ organization }} search={formatListFilter(filter)}>
        {t('results', { count: data.isCapped ? t('atLeast', { count: f.number(data.count) }) : f.number(data.count), plural: data.count })}
      </ScreenLink>
    </p>
  )
}
