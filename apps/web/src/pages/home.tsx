import { LineSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../components/screen-links.tsx'
import { SetUpGuide } from '../features/organizations/embed/set-up-guide.tsx'
import { askedQuery, waitingCountQuery } from '../features/outcomes/embed/brief-queries.ts'
import { MyOutcomes, useMyOutcomes } from '../features/outcomes/embed/my-outcomes.tsx'
import { NewestOutcomes, useNewestOutcomes } from '../features/outcomes/embed/newest-outcomes.tsx'
import { receivedQuery } from '../features/recognition/embed/received-query.ts'
import { loadWords } from '../lib/language.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'
import classes from './home.module.css'
import { Ask } from './home-ask.tsx'
import { decides, type HomePart, partsOf } from './home-reader.ts'
import { Waiting } from './home-waiting.tsx'

const ImpactLead = lazy(() => import('../features/impact/embed/impact-lead.tsx').then((m) => ({ default: m.ImpactLead })))

const AskedOfMe = lazy(async () => {
  await loadWords(['answers'])
  const { AskedOfMe: default_ } = await import('../features/outcomes/embed/asked-of-me.tsx')
  return { default: default_ }
})

const ReceivedThanks = lazy(async () => {
  await loadWords(['recognition'])
  const { ReceivedThanks: default_ } = await import('../features/recognition/embed/received-thanks.tsx')
  return { default: default_ }
})

/** Who you are decides what is first: what waits for you, what came of it, or the question. */
export function Home() {
  const t = useTranslations('home')
  const { person, ...reader } = useShell()
  const { data: waiting } = useQuery({ ...waitingCountQuery(), enabled: decides(reader) })
  const parts = partsOf(reader, waiting?.count ?? 0)
  usePageTitle(t('title'))
  return (
    <div className={classes.home}>
      <p className={classes.hello}>{t('hello', { name: person.name.split(' ')[0] ?? person.name })}</p>
      {parts.map((part, at) => (
        <Part key={part} part={part} isFirst={at === 0} />
      ))}
      <Asked />
      <SetUpGuide />
      <Mine />
      <Thanks />
      <Newest />
    </div>
  )
}

function Part({ part, isFirst }: { readonly part: HomePart; readonly isFirst: boolean }) {
  if (part === 'waiting') return <Waiting />
  return part === 'impact' ? <Lead isFirst={isFirst} /> : <Ask isFirst={isFirst} />
}

function Lead({ isFirst }: { readonly isFirst: boolean }) {
  const t = useTranslations('home')
  const { organization } = useShell()
  const Heading = isFirst ? 'h1' : 'h2'
  return (
    <section className={classes.lead} data-first={isFirst || undefined}>
      <Heading className="visually-hidden">{t('lead')}</Heading>
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

/** Who is named is asked, before anything else of theirs. */
function Asked() {
  const { data } = useSuspenseQuery(askedQuery())
  if (data.outcomes.length === 0) return null
  return (
    <Suspense fallback={<LineSkeleton lines={3} />}>
      <AskedOfMe />
    </Suspense>
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

function Thanks() {
  const { person } = useShell()
  const { data } = useSuspenseQuery(receivedQuery(person.id))
  if (data.kudos.length === 0) return null
  return (
    <Suspense fallback={<LineSkeleton lines={3} />}>
      <ReceivedThanks />
    </Suspense>
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
