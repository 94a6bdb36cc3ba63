import { Loading, TeaserSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { Teasers } from '@oeuvre/ui/reading/teaser.tsx'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { NewestOutcomes, useNewestOutcomes } from './newest-outcomes.tsx'

/** The newest verified outcomes under a heading of their own; nothing where there is none yet. */
export function LatestStories() {
  const t = useTranslations('words')
  const waiting = (
    <Loading label={t('loading')}>
      <Teasers>
        <TeaserSkeleton />
        <TeaserSkeleton />
        <TeaserSkeleton />
      </Teasers>
    </Loading>
  )
  return (
    <Suspense fallback={waiting}>
      <Stories />
    </Suspense>
  )
}

function Stories() {
  const t = useTranslations('review.list')
  const { organization } = useShell()
  if (useNewestOutcomes().length === 0) return null
  const all = (
    <span data-print="hide">
      <ScreenLink to="/$organization/outcomes" params={{ organization }} search={{ state: 'verified' }} look="more">
        {t('all')}
      </ScreenLink>
    </span>
  )
  return (
    <RowHead title={t('newest')} end={all}>
      <NewestOutcomes />
    </RowHead>
  )
}
