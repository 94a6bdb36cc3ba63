import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useTranslations } from 'use-intl'

/** A page in waiting: a title and a few lines. Screens with a shape of their own give their own `pendingComponent`. */
export function PageSkeleton() {
  const t = useTranslations('shell')
  return (
    <Loading label={t('loading')}>
      <LineSkeleton lines={1} size="display" />
      <LineSkeleton lines={6} />
    </Loading>
  )
}
