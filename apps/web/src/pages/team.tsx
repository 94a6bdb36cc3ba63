import { Team } from '../features/people/screens/team.tsx'
import { TeamAwards } from '../features/recognition/embed/awards.tsx'

/** A team, and what it was recognised for. */
export function TeamPage({ id }: { readonly id: string }) {
  return (
    <>
      <Team id={id} />
      <TeamAwards teamId={id} />
    </>
  )
}
