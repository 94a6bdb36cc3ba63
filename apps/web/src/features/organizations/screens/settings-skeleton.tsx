import { LineSkeleton, Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useTranslations } from 'use-intl'

/** A title, then heads with their fields beside them. */
export function SettingsSkeleton() {
  const t = useTranslations('organizations')
  return (
    <Loading label={t('loading')}>
      <LineSkeleton lines={1} size="display" />
      {[3, 3, 2].map((rows, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity
        <RowSkeleton key={at} rows={rows} widths={[22, 52]} />
      ))}
    </Loading>
  )
}
