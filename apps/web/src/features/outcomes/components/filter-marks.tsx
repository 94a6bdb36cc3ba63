import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { RemovableMarks } from '@oeuvre/ui/actions/removable-marks.tsx'
import { useTranslations } from 'use-intl'
import { useFilterMarks } from '../model/use-filter-marks.ts'

/** What narrows the list now, each removable. */
export function FilterMarks({ filter, onFilter }: { readonly filter: ListFilter; readonly onFilter: (next: ListFilter) => void }) {
  const t = useTranslations('review.list')
  const marks = useFilterMarks(filter).map(({ key, label, without }) => ({
    key,
    label,
    removeLabel: t('removeFilter', { filter: label }),
    onRemove: () => onFilter(without),
  }))
  return <RemovableMarks label={t('filters')} marks={marks} clear={{ label: t('clear'), onClear: () => onFilter({ sort: filter.sort }) }} />
}
