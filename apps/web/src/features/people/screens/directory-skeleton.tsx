import { LineSkeleton, Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useTranslations } from 'use-intl'
import classes from './directory.module.css'

/** The directory in waiting: a title, a tree, rows. */
export function DirectorySkeleton() {
  const t = useTranslations('people')
  return (
    <Loading label={t('loading')}>
      <LineSkeleton lines={1} size="display" />
      <div className={classes.columns}>
        <LineSkeleton lines={7} />
        <RowSkeleton rows={10} widths={[34, 24, 24]} />
      </div>
    </Loading>
  )
}
