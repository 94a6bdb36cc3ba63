import { InviteInput, LinkId, ListAccessInput, MemberId, RoleChange } from '@oeuvre/domain/organizations/access/schema'
import { ProposeHolidaysInput, SaveWorkingDaysInput } from '@oeuvre/domain/organizations/calendar/schema'
import { FailedJobsOutput, RunAgainInput, RunAgainOutput } from '@oeuvre/domain/organizations/jobs/schema'
import { SettingsChange } from '@oeuvre/domain/organizations/settings/schema'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { grantRole, revokeRole } from './commands/change-role.ts'
import { createResetLink, inviteMember } from './commands/create-link.ts'
import { endAccess } from './commands/end-access.ts'
import { restoreAccess } from './commands/restore-access.ts'
import { revokeInvitation } from './commands/revoke-invitation.ts'
import { runJobsAgain } from './commands/run-jobs-again.ts'
import { saveSettings } from './commands/save-settings.ts'
import { saveWorkingDays } from './commands/save-working-days.ts'
import { getSetUpProgress } from './queries/get-set-up-progress.ts'
import { getSettings } from './queries/get-settings.ts'
import { getShell } from './queries/get-shell.ts'
import { getWorkingDays } from './queries/get-working-days.ts'
import { listAccess } from './queries/list-access.ts'
import { listFailedJobs } from './queries/list-failed-jobs.ts'
import { proposeHolidays } from './queries/propose-holidays.ts'

export const organizationsRouter = router({
  shell: orgProcedure('organization.read').query(({ ctx }) => getShell(ctx)),
  setUpProgress: orgProcedure('organization.administer').query(({ ctx }) => getSetUpProgress(ctx)),
  settings: orgProcedure('organization.administer').query(({ ctx }) => getSettings(ctx)),
  saveSettings: orgProcedure('organization.administer')
    .input(SettingsChange)
    .mutation(({ ctx, input }) => saveSettings(ctx, input)),
  workingDays: orgProcedure('organization.administer').query(({ ctx }) => getWorkingDays(ctx)),
  saveWorkingDays: orgProcedure('organization.administer')
    .input(SaveWorkingDaysInput)
    .mutation(({ ctx, input }) => saveWorkingDays(ctx, input)),
  proposeHolidays: orgProcedure('organization.administer')
    .input(ProposeHolidaysInput)
    .query(({ input }) => proposeHolidays(input)),
  failedJobs: orgProcedure('job.administer')
    .output(FailedJobsOutput)
    .query(({ ctx }) => listFailedJobs(ctx)),
  runJobsAgain: orgProcedure('job.administer')
    .input(RunAgainInput)
    .output(RunAgainOutput)
    .mutation(({ ctx, input }) => runJobsAgain(ctx, input)),
  access: orgProcedure('access.administer')
    .input(ListAccessInput)
    .query(({ ctx, input }) => listAccess(ctx, input)),
  grantRole: orgProcedure('access.administer')
    .input(RoleChange)
    .mutation(({ ctx, input }) => grantRole(ctx, input)),
  revokeRole: orgProcedure('access.administer')
    .input(RoleChange)
    .mutation(({ ctx, input }) => revokeRole(ctx, input)),
  invite: orgProcedure('access.administer')
    .input(InviteInput)
    .mutation(({ ctx, input }) => inviteMember(ctx, input)),
  revokeInvitation: orgProcedure('access.administer')
    .input(LinkId)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
  resetPassword: orgProcedure('access.administer')
    .input(MemberId)
    .mutation(({ ctx, input }) => createResetLink(ctx, input)),
  endAccess: orgProcedure('access.administer')
    .input(MemberId)
    .mutation(({ ctx, input }) => endAccess(ctx, input)),
  restoreAccess: orgProcedure('access.administer')
    .input(MemberId)
    .mutation(({ ctx, input }) => restoreAccess(ctx, input)),
})
