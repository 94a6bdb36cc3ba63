import { formatObjectivesFilter, type ObjectivesFilter, type ObjectivesOutput } from '@oeuvre/domain/objectives/schema'
import { formatListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { storiesServingNone } from '@oeuvre/domain/outcomes/serving/rules'
import { Chip, ChipGroup } from '@oeuvre/ui/actions/chip.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
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
  const isBlank = data.objectives.length === 0 && data.others.ended === 0 && data.others.archived === 0
  const set = data.can.create && (
    <MainLink to="/$organization/objectives/new" params={{ organization }}>
      {t('set')}
    </MainLink>
  )
  if (isBlank)
    return (
      <>
        <PageHead title={t('title')} intro={t('intro')} />
        <EmptyState title={t('empty.title')} actions={set}>
          {t(data.can.create ? 'empty.text' : 'empty.textReader')}
        </EmptyState>
      </>
    )
  const toggle = (key: keyof ObjectivesFilter) => onFilter(formatObjectivesFilter({ ...filter, [key]: !filter[key] }))
  return (
    <>
      <div className={styles.head}>
        <PageHead title={t('title')} intro={t('intro')} />
        {set}
      </div>
      <div className={styles.filters}>
        <ChipGroup label={t('also')}>
          {(['ended', 'archived'] as const).map((key) =>
            data.others[key] > 0 || filter[key] ? (
              <Chip key={key} pressed={filter[key] === true} onToggle={() => toggle(key)}>
                {t(`others.${key}`, { count: String(data.others[key]) })}
              </Chip>
            ) : null,
          )}
        </ChipGroup>
      </div>
      {data.objectives.length > 0 ? (
        <ObjectiveRows objectives={data.objectives} caption={t('title')} money={data} />
      ) : (
        <p className={styles.none}>{t('noneRunning')}</p>
      )}
      <ServingNone list={data} />
    </>
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
