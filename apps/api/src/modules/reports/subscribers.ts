import type { JobHandler } from '../../platform/jobs.ts'
import type { Deps } from '../../trpc/context.ts'
import { makeReport } from './commands/make-report.ts'
import { sendReport } from './commands/send-report.ts'

/** Files asked for, and the page by mail. */
export function reportJobs(deps: Deps, now: () => Date): Readonly<Record<'make-report' | 'send-report', JobHandler>> {
  return {
    'make-report': ({ organizationId = '', reportId = '' }) => makeReport(deps, now(), { organizationId, reportId }),
    'send-report': ({ organizationId = '', deliveryId = '' }) => sendReport(deps, now(), { organizationId, deliveryId }),
  }
}
