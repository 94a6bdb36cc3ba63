import { DelegateInput, DelegationId, DelegationsOutput } from '@oeuvre/domain/people/delegation/schema'
import {
  ArchiveTeamInput,
  CreatePersonInput,
  CreateTeamInput,
  EditPersonInput,
  EndPersonInput,
  ListPeopleInput,
  ListTeamsInput,
  MovePersonsInput,
  MoveTeamInput,
  PersonBriefsInput,
  PersonId,
  RenameTeamInput,
  SetManagersInput,
  SuggestPersonsInput,
  TeamId,
} from '@oeuvre/domain/people/schema'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { archiveTeam } from './commands/archive-team.ts'
import { createPerson } from './commands/create-person.ts'
import { createTeam } from './commands/create-team.ts'
import { editPerson } from './commands/edit-person.ts'
import { endDelegation } from './commands/end-delegation.ts'
import { endPerson } from './commands/end-person.ts'
import { movePersons } from './commands/move-persons.ts'
import { moveTeam } from './commands/move-team.ts'
import { renameTeam } from './commands/rename-team.ts'
import { returnPerson } from './commands/return-person.ts'
import { setManagers } from './commands/set-managers.ts'
import { startDelegation } from './commands/start-delegation.ts'
import { getBriefs } from './queries/get-briefs.ts'
import { getPerson } from './queries/get-person.ts'
import { getRecord } from './queries/get-record.ts'
import { getTeam } from './queries/get-team.ts'
import { listDelegations } from './queries/list-delegations.ts'
import { listPeople } from './queries/list-people.ts'
import { listTeams } from './queries/list-teams.ts'
import { suggestPersons } from './queries/suggest-persons.ts'

const reading = orgProcedure('people.read')
const administering = orgProcedure('people.administer')

export const peopleRouter = router({
  delegations: reading.output(DelegationsOutput).query(({ ctx }) => listDelegations(ctx)),
  startDelegation: reading.input(DelegateInput).mutation(({ ctx, input }) => startDelegation(ctx, input)),
  endDelegation: reading.input(DelegationId).mutation(({ ctx, input }) => endDelegation(ctx, input)),
  list: reading.input(ListPeopleInput).query(({ ctx, input }) => listPeople(ctx, input)),
  teams: reading.input(ListTeamsInput).query(({ ctx, input }) => listTeams(ctx, input)),
  get: reading.input(PersonId).query(({ ctx, input }) => getPerson(ctx, input)),
  team: reading.input(TeamId).query(({ ctx, input }) => getTeam(ctx, input)),
  suggest: reading.input(SuggestPersonsInput).query(({ ctx, input }) => suggestPersons(ctx, input)),
  briefs: reading.input(PersonBriefsInput).query(({ ctx, input }) => getBriefs(ctx, input)),
  record: administering.input(PersonId).query(({ ctx, input }) => getRecord(ctx, input)),
  create: administering.input(CreatePersonInput).mutation(({ ctx, input }) => createPerson(ctx, input)),
  edit: administering.input(EditPersonInput).mutation(({ ctx, input }) => editPerson(ctx, input)),
  move: administering.input(MovePersonsInput).mutation(({ ctx, input }) => movePersons(ctx, input)),
  end: administering.input(EndPersonInput).mutation(({ ctx, input }) => endPerson(ctx, input)),
  return: administering.input(PersonId).mutation(({ ctx, input }) => returnPerson(ctx, input)),
  createTeam: administering.input(CreateTeamInput).mutation(({ ctx, input }) => createTeam(ctx, input)),
  renameTeam: administering.input(RenameTeamInput).mutation(({ ctx, input }) => renameTeam(ctx, input)),
  moveTeam: administering.input(MoveTeamInput).mutation(({ ctx, input }) => moveTeam(ctx, input)),
  archiveTeam: administering.input(ArchiveTeamInput).mutation(({ ctx, input }) => archiveTeam(ctx, input)),
  setManagers: administering.input(SetManagersInput).mutation(({ ctx, input }) => setManagers(ctx, input)),
})
