import { LinkToken } from '@oeuvre/domain/identity/schema'
import { Id } from '@oeuvre/domain/ids/ids'
import {
  CreateReportInput,
  PauseScheduleInput,
  ReportMeans,
  ReportsOutput,
  SaveScheduleInput,
  SchedulesOutput,
} from '@oeuvre/domain/reports/schema'
import { z } from 'zod'
import { orgProcedure, publicProcedure, router } from '../../trpc/procedures.ts'
import { createReport, removeReport, retryReport } from './commands/create-report.ts'
import { endReportMail, getReportLink } from './commands/end-report-mail.ts'
import { redeemPrint } from './commands/redeem-print.ts'
import { leaveSchedule, pauseSchedule, removeSchedule, restoreSchedule, saveSchedule } from './commands/save-schedule.ts'
import { listReports } from './queries/list-reports.ts'
import { listSchedules } from './queries/list-schedules.ts'

const taking = orgProcedure('export.read')
const scheduling = orgProcedure('impact.read')
const ById = z.object({ id: Id })

export const reportsRouter = router({
  means: taking.output(ReportMeans).query(({ ctx }) => ({ canPrint: ctx.printer !== null, canMail: ctx.mailer !== null })),
  list: taking.output(ReportsOutput).query(({ ctx }) => listReports(ctx)),
  create: taking.input(CreateReportInput).mutation(({ ctx, input }) => createReport(ctx, input)),
  retry: taking.input(ById).mutation(({ ctx, input }) => retryReport(ctx, input)),
  remove: taking.input(ById).mutation(({ ctx, input }) => removeReport(ctx, input)),
  schedules: scheduling.output(SchedulesOutput).query(({ ctx }) => listSchedules(ctx)),
  saveSchedule: scheduling.input(SaveScheduleInput).mutation(({ ctx, input }) => saveSchedule(ctx, input)),
  pauseSchedule: scheduling.input(PauseScheduleInput).mutation(({ ctx, input }) => pauseSchedule(ctx, input)),
  removeSchedule: scheduling.input(ById).mutation(({ ctx, input }) => removeSchedule(ctx, input)),
  restoreSchedule: scheduling.input(ById).mutation(({ ctx, input }) => restoreSchedule(ctx, input)),
  leaveSchedule: scheduling.input(ById.extend({ hasEnded: z.boolean() })).mutation(({ ctx, input }) => leaveSchedule(ctx, input)),
  // A query although it uses the token up: the page that asks stands at the loopback address, from which nothing may be sent.
  print: publicProcedure('the one-use token is the secret')
    .input(LinkToken)
    .query(({ ctx, input }) => redeemPrint(ctx, input)),
  mailLink: publicProcedure('the link under a report is the secret')
    .input(LinkToken)
    .query(({ ctx, input }) => getReportLink(ctx, input)),
  endMail: publicProcedure('the link under a report is the secret')
    .input(LinkToken)
    .mutation(({ ctx, input }) => endReportMail(ctx, input)),
})
