import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useTranslations } from 'use-intl'
import classes from './log-skeleton.module.css'

/** The page in waiting: title, field, ten tiles. */
export function LogSkeleton() {
  const t = useTranslations('shell')
  return (
    <Loading label={t('loading')}>
      <div className={classes.page}>
        <LineSkeleton lines={1} size="display" />
        <i className={classes.field} />
        <div className={classes.tiles}>
          {Array.from({ length: 10 }, (_, at) => at).map((tile) => (
            <i key={tile} />
          ))}
        </div>
        <i className={classes.field} />
      </div>
    </Loading>
  )
}
