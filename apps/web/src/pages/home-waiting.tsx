import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { MainLink } from '../components/screen-links.tsx'
import { waitingCountQuery } from '../features/outcomes/embed/brief-queries.ts'
import { WaitingOutcomes } from '../features/outcomes/embed/waiting-outcomes.tsx'
import { useShell } from '../lib/shell.ts'
import classes from './home.module.css'

/** A reviewer's first thing: how many wait, the oldest of them, and the way in. */
export function Waiting() {
  const t = useTranslations('home')
  const { organization } = useShell()
  const { data } = useSuspenseQuery(waitingCountQuery())
  return (
    <section className={classes.waiting}>
      <div className={classes.waitingHead}>
        <h1>{data.isCapped ? t('waitingMany', { count: data.count }) : t('waiting', { count: data.count })}</h1>
        <MainLink to="/$organization/review" params={{ organization }} tall stretch="phone" keys={['G', 'R']}>
          {t('review')}
        </MainLink>
      </div>
      <WaitingOutcomes label={t('review')} />
    </section>
  )
}
