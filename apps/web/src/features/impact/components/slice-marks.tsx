import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { RemovableMarks } from '@oeuvre/ui/actions/removable-marks.tsx'
import { noSlice } from '../model/slices.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { useSliceMarks } from '../model/use-slice-marks.ts'

type SliceMarksProps = {
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
}

/** What narrows the page now, each removable. */
export function SliceMarks({ page, filter, onFilter }: SliceMarksProps) {
  const { t } = usePageWords(page)
  const marks = useSliceMarks(page, filter).map(({ key, label, change }) => ({
    key,
    label,
    removeLabel: t('slice.remove', { filter: label }),
    onRemove: () => onFilter(change),
  }))
  return <RemovableMarks label={t('bar.slice')} marks={marks} clear={{ label: t('bar.clear'), onClear: () => onFilter(noSlice) }} />
}
