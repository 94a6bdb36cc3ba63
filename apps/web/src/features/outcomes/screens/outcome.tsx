import { FilterBar } from '@oeuvre/ui/actions/filter-bar.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { ReadColumns } from '@oeuvre/ui/layout/columns.tsx'
import { Kicker, PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { Part } from '@oeuvre/ui/layout/side-head.tsx'
import { Plate } from '@oeuvre/ui/plate/plate.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { JoinRequests } from '../components/join-requests.tsx'
import { MyAnswer } from '../components/my-answer.tsx'
import { OutcomeActions } from '../components/outcome-actions.tsx'
import { OutcomeAside } from '../components/outcome-aside.tsx'
import { ForWhom, OutcomeFacts } from '../components/outcome-facts.tsx'
import { SplitPositions } from '../components/split-positions.tsx'
import { StoryParts } from '../components/story-parts.tsx'
import { Twins } from '../components/twins.tsx'
import { WhatShowsIt } from '../components/what-shows-it.tsx'
import { WhoMadeIt } from '../components/who-made-it.tsx'
import { OutcomeKind } from '../embed/outcome-kind.tsx'
import { pigmentOf } from '../embed/pigments.ts'
import { bandsOf, useOutcomeWords } from '../model/use-outcome-words.ts'
import styles from './outcome.module.css'

type OutcomeProps = { readonly id: string; readonly action?: ReactNode; readonly children?: ReactNode }

/** A result, told: what, by whom, what shows it, and how it came to stand. `action` and `children` are of slices above: what to do, and what follows. */
export function Outcome({ id, action, children }: OutcomeProps) {
  const t = useTranslations('review.outcome')
  const { organization } = useShell()
  const { title, teams } = useOutcomeWords()
  const { data: outcome } = useSuspenseQuery(trpc.outcomes.get.queryOptions({ id }))
  usePageTitle(title(outcome))
  const navigate = useNavigate()
  const open = (into: string) => void navigate({ to: '/$organization/outcomes/$id', params: { organization, id: into } })
  const bands = bandsOf(outcome.contributors)
  return (
    <>
      <FilterBar
        end={
          <OutcomeActions key={outcome.id} outcome={outcome}>
            {action}
          </OutcomeActions>
        }
      >
        <ScreenLink to="/$organization/outcomes" params={{ organization }} look="quiet">
          {t('back')}
        </ScreenLink>
      </FilterBar>
      <ReadColumns aside={<OutcomeAside outcome={outcome} />} asideLabel={t('aside')}>
        <PageHead
          size="title"
          title={title(outcome)}
          intro={<ForWhom outcome={outcome} />}
          above={
            <Kicker>
              <OutcomeKind type={outcome.type} />
              {teams(outcome).length > 0 && <Teams teams={teams(outcome)} />}
            </Kicker>
          }
        />
        {outcome.mergedIntoId && <LeadsOn id={outcome.mergedIntoId} />}
        <MyAnswer outcome={outcome} />
        <JoinRequests outcome={outcome} />
        <OutcomeFacts outcome={outcome} last="skill" />
        {outcome.can.merge && (
          <div className={styles.twins}>
            <Twins outcome={outcome} onMerged={open} />
          </div>
        )}
        {bands.some((band) => band.share > 0) && (
          <figure className={styles.plate}>
            <Plate id={outcome.id} bands={bands} pigment={pigmentOf(outcome.type)} />
            <figcaption>{t('plate')}</figcaption>
          </figure>
        )}
        <StoryParts story={outcome.story} />
        <Part title={t('people')} ruled>
          <WhoMadeIt outcome={outcome} />
          <SplitPositions outcome={outcome} />
        </Part>
        <Part title={t('evidence')} ruled>
          <WhatShowsIt outcome={outcome} />
          {(outcome.can.edit || outcome.can.tellStory) && (
            <p className={styles.addEvidence}>
              <ScreenLink to="/$organization/outcomes/$id/edit" params={{ organization, id }} hash="evidence">
                {t('addEvidence')}
              </ScreenLink>
            </p>
          )}
        </Part>
        {children}
      </ReadColumns>
    </>
  )
}

/** It was another claim of what lives on there. */
function LeadsOn({ id }: { readonly id: string }) {
  const t = useTranslations('review.outcome')
  const { organization } = useShell()
  return (
    <Notice title={t('merged')}>
      <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id }} look="link">
        {t('leadsOn')}
      </ScreenLink>
    </Notice>
  )
}

function Teams({ teams }: { readonly teams: readonly { readonly id: string; readonly name: string }[] }) {
  const { organization } = useShell()
  return (
    <span className={styles.teams}>
      {teams.map((team) => (
        <ScreenLink key={team.id} to="/$organization/teams/$id" params={{ organization, id: team.id }} look="plain">
          {team.name}
        </ScreenLink>
      ))}
    </span>
  )
}
