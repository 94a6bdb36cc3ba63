import { LineSkeleton, Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useTranslations } from 'use-intl'

/** Home in waiting: a display line and a short list. */
export function HomeSkeleton() {
  const t = useTranslations('shell')
  return (
    <Loading label={t('loading')}>
      <LineSkeleton lines={1} size="display" />
      <RowSkeleton rows={5} widths={[48, 16, 12]} />
    </Loading>
  )
}
