import { z } from 'zod'
import { Id } from '../ids/ids.ts'
import { ImpactFilter } from '../impact/schema.ts'
import { Language } from '../organizations/schema.ts'
import { ListFilter } from '../outcomes/filter/schema.ts'
import { PersonRef } from '../outcomes/schema.ts'
import { keeping } from '../time/keeping.ts'
import { CreditsFilter } from '../transfers/exports/schema.ts'

export const papers = ['a4', 'letter'] as const
export const Paper = z.enum(papers)
export type Paper = z.infer<typeof Paper>

export const reportLimits = { shown: 50, open: 10, schedules: 20, recipients: 50, keptDays: keeping.reportFile.days } as const

/** What the print view is opened with: the page's own address, its paper and its language. */
export const PrintFilter = ImpactFilter
const pdf = z.object({ kind: z.literal('impact-pdf'), filter: PrintFilter, paper: Paper })
const outcomes = z.object({ kind: z.literal('outcomes-csv'), filter: ListFilter.omit({ cursor: true }) })
const credits = z.object({ kind: z.literal('credits-csv'), filter: CreditsFilter })

/** What a file is made of; as it is asked for, and as it is stored. */
export const ReportAsked = z.discriminatedUnion('kind', [pdf, outcomes, credits])
export type ReportAsked = z.infer<typeof ReportAsked>

/** Minted by the browser: asked for twice under its id it is one. */
export const CreateReportInput = z.object({ id: Id, language: Language, asked: ReportAsked })
export type CreateReportInput = z.infer<typeof CreateReportInput>

export const reportStates = ['waiting', 'running', 'done', 'failed'] as const
export const ReportOutput = z.object({
  id: Id,
  asked: ReportAsked,
  state: z.enum(reportStates),
  rowsDone: z.int(),
  rowsTotal: z.int().nullable(),
  fileName: z.string().nullable(),
  size: z.number().nullable(),
  errorCode: z.string().nullable(),
  createdAt: z.string(),
})
export type ReportOutput = z.infer<typeof ReportOutput>
/** Newest first. `canPrint`: this server has a browser that makes PDFs. */
export const ReportsOutput = z.object({ reports: z.array(ReportOutput) })
/** `rows`: how many an export of outcomes would have, about; null: not asked. */
export const ReportMeans = z.object({ canPrint: z.boolean(), canMail: z.boolean() })

export const cadences = ['month', 'quarter'] as const
export const Cadence = z.enum(cadences)
export type Cadence = z.infer<typeof Cadence>

/** Without a period, which is the one that ended, and without a day in the past. */
export const ScheduleFilter = ImpactFilter.omit({ period: true, asOf: true })

/** `recipients`: oneself, or, for executives, persons of the organization. */
export const SaveScheduleInput = z.object({
  id: Id,
  cadence: Cadence,
  filter: ScheduleFilter,
  paper: Paper,
  recipients: z.array(Id).min(1).max(reportLimits.recipients),
})
export type SaveScheduleInput = z.infer<typeof SaveScheduleInput>
export const PauseScheduleInput = z.object({ id: Id, isPaused: z.boolean() })

export const deliveryStates = ['waiting', 'sending', 'sent', 'no-right', 'refused', 'unknown', 'dropped'] as const
export const ScheduleOutput = z.object({
  id: Id,
  cadence: Cadence,
  filter: ScheduleFilter,
  paper: Paper,
  isPaused: z.boolean(),
  isOwn: z.boolean(),
  owner: PersonRef,
  recipients: z.array(
    PersonRef.extend({
      /** They asked for no more. */
      hasEnded: z.boolean(),
      /** What became of the newest; null: none was due yet. */
      last: z.object({ period: z.string(), state: z.enum(deliveryStates) }).nullable(),
    }),
  ),
  /** When the next one goes out, an instant. */
  nextAt: z.string(),
})
export type ScheduleOutput = z.infer<typeof ScheduleOutput>
/** Those that one made, and those that one receives. */
export const SchedulesOutput = z.object({ schedules: z.array(ScheduleOutput) })
