import { LineSkeleton, Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'

/** The page in waiting: its heads are known, its rows are not. */
export function AccountsSkeleton() {
  const t = useTranslations('accounts')
  return (
    <Loading label={t('loading')}>
      <LineSkeleton lines={1} size="display" />
      <SideHead title={t('register.title')}>
        <LineSkeleton lines={2} />
      </SideHead>
      <SideHead title={t('own.title')}>
        <RowSkeleton rows={3} widths={[46, 14]} />
      </SideHead>
      <SideHead title={t('registry.title')}>
        <RowSkeleton rows={5} widths={[28, 14, 30]} />
      </SideHead>
    </Loading>
  )
}
