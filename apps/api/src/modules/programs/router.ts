import { Id } from '@oeuvre/domain/ids/ids'
import { AnswerCheckInInput, CheckInsOutput } from '@oeuvre/domain/programs/check-ins/schema'
import { CoachingOutput, RemoveNoteInput, WriteNoteInput } from '@oeuvre/domain/programs/coaching/schema'
import { CohortInCompany } from '@oeuvre/domain/programs/company/schema'
import { PageVersionsInput, PageVersionsOutput, PlaybookOutput, SavePageInput } from '@oeuvre/domain/programs/playbook/schema'
import {
  ArchiveProgramInput,
  InvitePeopleInput,
  JoinProgramInput,
  ProgramChoicesInput,
  ProgramChoicesOutput,
  ProgramPage,
  ProgramsFilter,
  ProgramsOutput,
  SavedProgram,
  SaveProgramInput,
} from '@oeuvre/domain/programs/schema'
import { CohortInput } from '@oeuvre/domain/programs/views/schema'
import { z } from 'zod'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { answerCheckIn } from './commands/answer-check-in.ts'
import { archiveProgram } from './commands/archive-program.ts'
import { invitePeople } from './commands/invite-people.ts'
import { joinProgram } from './commands/join-program.ts'
import { leaveProgram } from './commands/leave-program.ts'
import { removeNote } from './commands/remove-note.ts'
import { savePage } from './commands/save-page.ts'
import { saveProgram } from './commands/save-program.ts'
import { writeNote } from './commands/write-note.ts'
import { getCohort } from './queries/get-cohort.ts'
import { getProgram } from './queries/get-program.ts'
import { listCheckIns } from './queries/list-check-ins.ts'
import { listChoices } from './queries/list-choices.ts'
import { listNotes } from './queries/list-notes.ts'
import { listPages, listPageVersions } from './queries/list-pages.ts'
import { listPrograms } from './queries/list-programs.ts'

const reading = orgProcedure('program.read')
const joining = orgProcedure('program.join')
const setting = orgProcedure('program.edit')
const Named = z.object({ id: Id })

export const programsRouter = router({
  list: reading
    .input(ProgramsFilter)
    .output(ProgramsOutput)
    .query(({ ctx, input }) => listPrograms(ctx, input)),
  get: reading
    .input(Named)
    .output(ProgramPage)
    .query(({ ctx, input }) => getProgram(ctx, input)),
  cohort: reading
    .input(CohortInput)
    .output(CohortInCompany)
    .query(({ ctx, input }) => getCohort(ctx, input)),
  checkIns: reading
    .input(Named)
    .output(CheckInsOutput)
    .query(({ ctx, input }) => listCheckIns(ctx, input)),
  notes: reading
    .input(Named)
    .output(CoachingOutput)
    .query(({ ctx, input }) => listNotes(ctx, input)),
  playbook: reading
    .input(Named)
    .output(PlaybookOutput)
    .query(({ ctx, input }) => listPages(ctx, input)),
  pageVersions: reading
    .input(PageVersionsInput)
    .output(PageVersionsOutput)
    .query(({ ctx, input }) => listPageVersions(ctx, input)),
  choices: reading
    .input(ProgramChoicesInput)
    .output(ProgramChoicesOutput)
    .query(({ ctx, input }) => listChoices(ctx, input)),
  save: setting
    .input(SaveProgramInput)
    .output(SavedProgram)
    .mutation(({ ctx, input }) => saveProgram(ctx, input)),
  archive: setting
    .input(ArchiveProgramInput)
    .output(SavedProgram)
    .mutation(({ ctx, input }) => archiveProgram(ctx, input)),
  join: joining
    .input(JoinProgramInput)
    .output(Named)
    .mutation(({ ctx, input }) => joinProgram(ctx, input)),
  leave: joining
    .input(Named)
    .output(Named)
    .mutation(({ ctx, input }) => leaveProgram(ctx, input)),
  answerCheckIn: joining
    .input(AnswerCheckInInput)
    .output(Named)
    .mutation(({ ctx, input }) => answerCheckIn(ctx, input)),
  writeNote: joining
    .input(WriteNoteInput)
    .output(Named)
    .mutation(({ ctx, input }) => writeNote(ctx, input)),
  removeNote: joining
    .input(RemoveNoteInput)
    .output(Named)
    .mutation(({ ctx, input }) => removeNote(ctx, input)),
  /** Of who sets it, owner and coaches, whatever their role. */
  savePage: joining
    .input(SavePageInput)
    .output(z.object({ version: z.int() }))
    .mutation(({ ctx, input }) => savePage(ctx, input)),
  /** Of owner and coaches, whatever their role. */
  invite: joining
    .input(InvitePeopleInput)
    .output(Named)
    .mutation(({ ctx, input }) => invitePeople(ctx, input)),
})
