import { Id } from '@oeuvre/domain/ids/ids'
import {
  ArchiveObjectiveInput,
  ChoicesInput,
  ChoicesOutput,
  ObjectivePage,
  ObjectivesFilter,
  ObjectivesOutput,
  SavedObjective,
  SaveObjectiveInput,
} from '@oeuvre/domain/objectives/schema'
import { z } from 'zod'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { archiveObjective } from './commands/archive-objective.ts'
import { saveObjective } from './commands/save-objective.ts'
import { getObjective } from './queries/get-objective.ts'
import { listChoices } from './queries/list-choices.ts'
import { listObjectives } from './queries/list-objectives.ts'

const reading = orgProcedure('objective.read')
const setting = orgProcedure('objective.edit')

export const objectivesRouter = router({
  list: reading
    .input(ObjectivesFilter)
    .output(ObjectivesOutput)
    .query(({ ctx, input }) => listObjectives(ctx, input)),
  get: reading
    .input(z.object({ id: Id }))
    .output(ObjectivePage)
    .query(({ ctx, input }) => getObjective(ctx, input)),
  choices: reading
    .input(ChoicesInput)
    .output(ChoicesOutput)
    .query(({ ctx, input }) => listChoices(ctx, input)),
  save: setting
    .input(SaveObjectiveInput)
    .output(SavedObjective)
    .mutation(({ ctx, input }) => saveObjective(ctx, input)),
  archive: setting
    .input(ArchiveObjectiveInput)
    .output(SavedObjective)
    .mutation(({ ctx, input }) => archiveObjective(ctx, input)),
})
