import { LineSkeleton, Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'

/** A name, a line, stories. */
export function PersonSkeleton() {
  const t = useTranslations('people')
  return (
    <Loading label={t('loading')}>
      <LineSkeleton lines={1} size="display" />
      <LineSkeleton lines={1} />
      <SideHead title={t('person.stories')}>
        <RowSkeleton rows={4} widths={[46, 12, 12]} />
      </SideHead>
    </Loading>
  )
}
