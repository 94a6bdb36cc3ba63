import { LineSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../components/screen-links.tsx'
import { MyOutcomes, useMyOutcomes } from '../features/outcomes/embed/my-outcomes.tsx'
import { NewestOutcomes, useNewestOutcomes } from '../features/outcomes/embed/newest-outcomes.tsx'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'
import classes from './home.module.css'
import { Ask } from './home-ask.tsx'
import { firstOf } from './home-reader.ts'
import { Waiting } from './home-waiting.tsx'

const ImpactLead = lazy(() => import('../features/impact/embed/impact-lead.tsx').then((m) => ({ default: m.ImpactLead })))

/** Who you are decides what is first: what waits for you, what came of it, or the question. */
export function Home() {
  const t = useTranslations('home')
  const { person, ...reader } = useShell()
  const first = firstOf(reader)
  usePageTitle(t('title'))
  return (
    <div className={classes.home}>
      <p className={classes.hello}>{t('hello', { name: person.name.split(' ')[0] ?? person.name })}</p>
      {first === 'waiting' && <Waiting />}
      {first === 'impact' && <Lead />}
      <Ask isFirst={first === 'ask'} />
      <Mine />
      <Newest />
    </div>
  )
}

function Lead() {
  const t = useTranslations('home')
  const { organization } = useShell()
  return (
    <section className={classes.lead}>
      <h1 className="visually-hidden">{t('lead')}</h1>
      <Suspense fallback={<LineSkeleton lines={3} size="display" />}>
        <ImpactLead />
      </Suspense>
      <p className={classes.onward}>
        <ScreenLink look="more" to="/$organization/impact" params={{ organization }}>
          {t('wholeImpact')}
        </ScreenLink>
      </p>
    </section>
  )
}

function Mine() {
  const t = useTranslations('home')
  if (useMyOutcomes().length === 0) return null
  return (
    <RowHead title={t('mine')}>
      <MyOutcomes label={t('mine')} />
    </RowHead>
  )
}

function Newest() {
  const t = useTranslations('home')
  const { organization } = useShell()
  if (useNewestOutcomes().length === 0) return null
  const all = (
    <ScreenLink look="more" to="/$organization/outcomes" params={{ organization }}>
      {t('allNewest')}
    </ScreenLink>
  )
  return (
    <RowHead title={t('newest')} end={all}>
      <NewestOutcomes />
    </RowHead>
  )
}
