import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'use-intl'

/** A page in waiting: a title and a few lines. Screens with a shape of their own give their own `pendingComponent`. */
export function PageSkeleton() {
  const t = useTranslations('shell')
  return (
    <div aria-busy="true">
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      <Skeleton height={36} width="42%" mb={40} />
      {[88, 94, 71, 90, 64].map((width) => (
        <Skeleton key={width} height={14} width={`${width}%`} mb={18} />
      ))}
    </div>
  )
}
