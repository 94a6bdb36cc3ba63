import { PeopleAdministrationScreen } from '../features/people/screens/people-administration.tsx'
import { LeavingLink } from '../features/recognition/embed/leaving-link.tsx'

/** People and teams; whoever left can be handed what is theirs. */
export function PeopleAdministrationPage(props: Omit<Parameters<typeof PeopleAdministrationScreen>[0], 'ofLeaver'>) {
  return <PeopleAdministrationScreen {...props} ofLeaver={(personId) => <LeavingLink key={personId} personId={personId} />} />
}
