import { BarSkeleton, FigureSkeleton, LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useTranslations } from 'use-intl'
import styles from './impact-skeleton.module.css'

/** The page in waiting: its sentence, four figures, columns. */
export function ImpactSkeleton() {
  const t = useTranslations('shell')
  return (
    <Loading label={t('loading')}>
      <div className={styles.parts}>
        <LineSkeleton lines={1} />
        <LineSkeleton lines={3} size="display" />
        <FigureSkeleton />
        <BarSkeleton height={348} />
      </div>
    </Loading>
  )
}
