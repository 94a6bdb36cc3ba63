import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { Loading, TeaserSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { Teaser, Teasers } from '@oeuvre/ui/reading/teaser.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { TypeMark } from '../components/outcome-marks.tsx'
import { bandsOf, leadFirst, useOutcomeWords } from '../model/use-outcome-words.ts'
import { pigmentOf } from './pigments.ts'

/** The three newest verified outcomes, told in brief; nothing where there is none yet. */
export function LatestStories() {
  const t = useTranslations('review.queue')
  const common = useTranslations('words')
  const { organization } = useShell()
  const { data } = useQuery(trpc.outcomes.list.queryOptions({ state: ['verified'], limit: 3 }))
  if (data?.items.length === 0) return null
  return (
    <RowHead
      title={t('latest')}
      end={
        <ScreenLink to="/$organization/outcomes" params={{ organization }} search={{ state: 'verified' }} look="more">
          {t('read')}
        </ScreenLink>
      }
    >
      {data ? (
        <Teasers>
          {data.items.map((outcome) => (
            <Story key={outcome.id} outcome={outcome} />
          ))}
        </Teasers>
      ) : (
        <Loading label={common('loading')}>
          <Teasers>
            <TeaserSkeleton />
            <TeaserSkeleton />
            <TeaserSkeleton />
          </Teasers>
        </Loading>
      )}
    </RowHead>
  )
}

function Story({ outcome }: { readonly outcome: OutcomeSummary }) {
  const f = useFormat()
  const { organization } = useShell()
  const { title } = useOutcomeWords()
  const people = f.list(leadFirst(outcome.contributors).map((one) => one.name))
  return (
    <Teaser
      picture={<Plate id={outcome.id} bands={bandsOf(outcome.contributors)} pigment={pigmentOf(outcome.type)} shape="small" />}
      kicker={<TypeMark type={outcome.type} />}
      title={
        <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id: outcome.id }} look="plain">
          {title(outcome)}
        </ScreenLink>
      }
      foot={[people, outcome.occurredOn && f.day(outcome.occurredOn, 'short')].filter(Boolean).join(' · ')}
    />
  )
}
