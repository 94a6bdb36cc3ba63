import { LineSkeleton, Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useTranslations } from 'use-intl'

/** A title, a choice, rows. */
export function WordsSkeleton() {
  const t = useTranslations('outcomesWords')
  return (
    <Loading label={t('loading')}>
      <LineSkeleton lines={1} size="display" />
      <LineSkeleton lines={2} />
      <RowSkeleton rows={10} widths={[34, 16]} />
    </Loading>
  )
}
