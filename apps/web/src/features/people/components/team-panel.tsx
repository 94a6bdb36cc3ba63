import type { TeamPage } from '@oeuvre/domain/people/schema'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { SidePanel } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { ArchivePart } from './archive-part.tsx'
import { ManagersPart } from './managers-part.tsx'
import { PlacePart } from './place-part.tsx'
import { TeamNameForm } from './team-name-form.tsx'

/** A team's record: its name, its place, its managers. */
export function TeamPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTranslations('people')
  const words = useWords()
  const { data: team, error } = useQuery(trpc.people.team.queryOptions({ id }))
  return (
    <SidePanel title={team?.name ?? t('team')} onClose={onClose}>
      {team && <Record key={team.id} team={team} />}
      {!team && error && <Notice tone="error">{describe(error, words)}</Notice>}
      {!team && !error && (
        <Loading label={t('loading')}>
          <LineSkeleton lines={6} />
        </Loading>
      )}
    </SidePanel>
  )
}

function Record({ team }: { readonly team: TeamPage }) {
  if (team.isArchived) return <ArchivePart team={team} />
  return (
    <>
      <TeamNameForm team={team} />
      <ManagersPart team={team} />
      <PlacePart team={team} />
      <ArchivePart team={team} />
    </>
  )
}
