import type { ObjectivePage } from '@oeuvre/domain/objectives/schema'
import { formatListFilter, type ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { storiesServing } from '@oeuvre/domain/outcomes/serving/rules'
import { FilterBar } from '@oeuvre/ui/actions/filter-bar.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../components/screen-links.tsx'
import { ObjectiveActions, ObjectiveHead } from '../features/objectives/embed/objective-head.tsx'
import { ObjectiveRows } from '../features/objectives/embed/objective-rows.tsx'
import { ProgressPart } from '../features/objectives/embed/progress-part.tsx'
import { TeamsPart } from '../features/objectives/embed/teams-part.tsx'
import { StoryList } from '../features/outcomes/embed/story-list.tsx'
import { useVocabularyNames } from '../features/outcomes/embed/vocabulary-names.ts'
import { trpc } from '../lib/api.ts'
import { usePageTitle } from '../lib/page-title.ts'
import { useShell } from '../lib/shell.ts'

/** One objective: how far it is and how it went, by which teams, and the stories that serve it. */
export function Objective({ id }: { readonly id: string }) {
  const t = useTranslations('objectives')
  const { organization } = useShell()
  const { data: page } = useSuspenseQuery(trpc.objectives.get.queryOptions({ id }))
  const types = useTypeNames(page)
  const { stories, open, href } = useStories(page)
  usePageTitle(page.objective.title)
  return (
    <>
      <FilterBar end={<ObjectiveActions objective={page.objective} />}>
        <ScreenLink to="/$organization/objectives" params={{ organization }} look="quiet">
          {t('title')}
        </ScreenLink>
      </FilterBar>
      <ObjectiveHead page={page} types={types} href={href(stories())} onOpen={() => open(stories())} />
      {page.objective.isArchived && <Notice>{t('archivedNote')}</Notice>}
      {page.line && page.line.length > 0 && (
        <SideHead title={t('line.title')} note={t('line.note')}>
          <ProgressPart page={page} line={page.line} onOpen={(until) => open(stories(until))} />
        </SideHead>
      )}
      {page.teams && page.teams.length > 0 && (
        <SideHead title={t('byTeam')} note={t('byTeamNote')}>
          <TeamsPart
            page={page}
            teams={page.teams}
            link={(teamId, text) => (
              <ScreenLink
                look="plain"
                to="/$organization/outcomes"
                params={{ organization }}
                search={formatListFilter({ ...stories(), ...(teamId ? { team: teamId } : {}), alone: true })}
              >
                {text}
              </ScreenLink>
            )}
          />
        </SideHead>
      )}
      {page.below.length > 0 && (
        <SideHead title={t('below')} note={t('belowNote')}>
          <ObjectiveRows objectives={page.below} caption={t('below')} money={page} />
        </SideHead>
      )}
      <SideHead title={t('stories')} note={t('storiesNote')}>
        <StoryList hasPeople filter={stories()} label={t('stories')} none={t('noStories')} />
      </SideHead>
    </>
  )
}

function useTypeNames({ objective }: ObjectivePage): string[] {
  const names = useVocabularyNames()
  const { data } = useSuspenseQuery(trpc.outcomes.vocabulary.queryOptions(undefined, { staleTime: 300_000 }))
  return data.types.flatMap((type) => (objective.typeIds.includes(type.id) ? [names.type(type)] : []))
}

/** The results that count, and the ways to them. */
function useStories({ objective, servedBy }: ObjectivePage) {
  const { organization } = useShell()
  const router = useRouter()
  const target = (filter: ListFilter) =>
    ({ to: '/$organization/outcomes', params: { organization }, search: formatListFilter(filter) }) as const
  return {
    stories: (until?: string) => storiesServing(objective, servedBy, until),
    open: (filter: ListFilter) => void router.navigate(target(filter)),
    href: (filter: ListFilter) => router.buildLocation(target(filter)).href,
  }
}
