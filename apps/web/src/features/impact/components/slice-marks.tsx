import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { noSlice } from '../model/slices.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { useSliceMarks } from '../model/use-slice-marks.ts'
import styles from './impact-bar.module.css'

/** What narrows the page now, each removable; on paper they stand as words. */
export function SliceMarks({
  page,
  filter,
  onFilter,
}: {
  page: ImpactPage
  filter: ImpactFilter
  onFilter: (change: Partial<ImpactFilter>) => void
}) {
  const { t } = usePageWords(page)
  const marks = useSliceMarks(page, filter)
  if (marks.length === 0) return null
  return (
    <ul className={styles.marks} aria-label={t('bar.slice')}>
      {marks.map(({ key, label, change }) => (
        <li key={key}>
          <button type="button" className={styles.mark} aria-label={t('slice.remove', { filter: label })} onClick={() => onFilter(change)}>
            {label} <Icon name="close" size={14} />
          </button>
        </li>
      ))}
      <li data-print="hide">
        <TextButton look="more" onClick={() => onFilter(noSlice)}>
          {t('bar.clear')}
        </TextButton>
      </li>
    </ul>
  )
}
