import { LineSkeleton, Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useTranslations } from 'use-intl'

/** A title, filters, rows. */
export function AccessSkeleton() {
  const t = useTranslations('organizations')
  return (
    <Loading label={t('loading')}>
      <LineSkeleton lines={1} size="display" />
      <LineSkeleton lines={2} />
      <RowSkeleton rows={10} widths={[28, 26, 20, 14]} />
    </Loading>
  )
}
