import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useTranslations } from 'use-intl'
import { useFilterMarks } from '../model/use-filter-marks.ts'
import styles from './filter-marks.module.css'

/** What narrows the list now, each removable. */
export function FilterMarks({ filter, onFilter }: { readonly filter: ListFilter; readonly onFilter: (next: ListFilter) => void }) {
  const t = useTranslations('review.list')
  const marks = useFilterMarks(filter)
  if (marks.length === 0) return null
  return (
    <ul className={styles.marks} aria-label={t('filters')}>
      {marks.map(({ key, label, without }) => (
        <li key={key}>
          <button type="button" className={styles.mark} aria-label={t('removeFilter', { filter: label })} onClick={() => onFilter(without)}>
            {label} <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      <li>
        <TextButton look="more" onClick={() => onFilter({ sort: filter.sort })}>
          {t('clear')}
        </TextButton>
      </li>
    </ul>
  )
}
