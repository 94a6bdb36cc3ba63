import { Select } from '@mantine/core'
import type { StageFilter } from '@oeuvre/domain/stage/schema'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { SearchField } from '../../../components/search-field.tsx'
import { trpc } from '../../../lib/api.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { TeamSelect } from '../../people/embed/team-select.tsx'
import styles from './stage-filters.module.css'

type FiltersProps = { readonly filter: StageFilter; readonly onFilter: (next: StageFilter) => void }

/** Words, team, type and period; all of it stands in the address. */
export function StageFilters({ filter, onFilter }: FiltersProps) {
  const t = useTranslations('stage')
  const names = useVocabularyNames()
  const { data: vocabulary } = useSuspenseQuery(trpc.outcomes.vocabulary.queryOptions(undefined, { staleTime: 300_000 }))
  const { all: _, ...narrowed } = filter
  return (
    <fieldset className={styles.filters} aria-label={t('filters.label')} data-print="hide">
      <SearchField
        label={t('search')}
        keyLabel={t('searchKey')}
        value={filter.text ?? ''}
        onSearch={(text) => onFilter({ ...filter, text: text || undefined })}
      />
      <TeamSelect
        size="sm"
        aria-label={t('filters.team')}
        placeholder={t('filters.team')}
        clearable
        value={filter.team?.[0] ?? null}
        onChange={(id) => onFilter({ ...filter, team: id ? [id] : undefined })}
      />
      <Select
        size="sm"
        aria-label={t('filters.type')}
        placeholder={t('filters.type')}
        clearable
        data={vocabulary.types.map((type) => ({ value: type.id, label: names.type(type) }))}
        value={filter.type?.[0] ?? null}
        onChange={(id) => onFilter({ ...filter, type: id ? [id] : undefined })}
      />
      <DateField
        size="sm"
        aria-label={t('filters.from')}
        placeholder={t('filters.from')}
        clearable
        value={filter.from ?? null}
        onChange={(day) => onFilter({ ...filter, from: day ?? undefined })}
      />
      <DateField
        size="sm"
        aria-label={t('filters.to')}
        placeholder={t('filters.to')}
        clearable
        value={filter.to ?? null}
        onChange={(day) => onFilter({ ...filter, to: day ?? undefined })}
      />
      {Object.values(narrowed).some((value) => value !== undefined) && (
        <QuietAction onClick={() => onFilter({ all: true })}>{t('filters.clear')}</QuietAction>
      )}
    </fieldset>
  )
}
