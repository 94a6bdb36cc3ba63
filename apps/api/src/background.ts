import type { Queue } from '@oeuvre/db/queues'
import { askOwners, questionCron } from './modules/accounts/commands/ask-owners.ts'
import { eraseWithdrawn } from './modules/accounts/commands/erase-withdrawn.ts'
import { feedCron, planFeeds } from './modules/accounts/commands/plan-feeds.ts'
import { accountJobs } from './modules/accounts/subscribers.ts'
import { creditJobs } from './modules/credits/subscribers.ts'
import { eraseFiles } from './modules/files/commands/erase-files.ts'
import { foldCron, foldJob } from './modules/impact/subscribers.ts'
import { checkCron, checkLinks } from './modules/links/commands/check-link.ts'
import { eraseVisits } from './modules/links/commands/erase-visits.ts'
import { eraseNotices } from './modules/notifications/commands/erase-notices.ts'
import { digestCron } from './modules/notifications/commands/gather-mail.ts'
import { digestJob, notificationJobs } from './modules/notifications/subscribers.ts'
import { keepPromises, promiseCron } from './modules/outcomes/commands/keep-promises.ts'
import { eraseComments } from './modules/outcomes/commands/remove-comment.ts'
import { eraseViews } from './modules/outcomes/commands/save-view.ts'
import { outcomeJobs } from './modules/outcomes/subscribers.ts'
import { askCheckIns, checkInCron } from './modules/programs/commands/ask-check-ins.ts'
import { eraseCheckIns } from './modules/programs/commands/erase-check-ins.ts'
import { tellCoaching } from './modules/programs/commands/tell-coaching.ts'
import { eraseKudos } from './modules/recognition/commands/remove-kudos.ts'
import { eraseLeavingAddresses } from './modules/recognition/commands/save-leaving-address.ts'
import { recognitionJobs } from './modules/recognition/subscribers.ts'
import { eraseReports } from './modules/reports/commands/erase-reports.ts'
import { planReports, reportCron } from './modules/reports/commands/plan-reports.ts'
import { reportJobs } from './modules/reports/subscribers.ts'
import { postCron, postStories } from './modules/stage/commands/post-stories.ts'
import { settleStories } from './modules/stage/commands/settle-stories.ts'
import { tendCron, tendStories } from './modules/stage/commands/tend-stories.ts'
import { eraseImports } from './modules/transfers/commands/erase-imports.ts'
import { importJobs, resumeImports } from './modules/transfers/subscribers.ts'
import { eraseKeys } from './platform/erase-keys.ts'
import type { Jobs } from './platform/jobs.ts'
import type { CommandContext } from './platform/mutate.ts'
import { type OrganizationTask, perOrganization, retentionCron } from './platform/retention.ts'
import type { Deps } from './trpc/context.ts'

/** Work of this process in the background, and what an ended server left in the middle. */
export async function startWorking(jobs: Jobs, deps: Deps, now: () => Date): Promise<void> {
  const handlers = {
    ...accountJobs(deps, now),
    ...importJobs(deps),
    ...outcomeJobs(deps),
    ...creditJobs(deps),
    ...notificationJobs(deps, now),
    ...recognitionJobs(deps, now),
    ...reportJobs(deps, now),
  }
  for (const [queue, handler] of Object.entries(handlers)) await jobs.work(queue as Queue, handler)
  const { filesDir } = deps
  const erasing = [
    eraseWithdrawn,
    eraseKeys,
    eraseComments,
    eraseViews,
    (ctx: CommandContext) => eraseImports({ ...ctx, filesDir }),
    (ctx: CommandContext) => eraseFiles({ ...ctx, filesDir }),
    eraseNotices,
    eraseKudos,
    eraseLeavingAddresses,
    eraseVisits,
    eraseCheckIns,
    settleStories,
    (ctx: CommandContext) => eraseReports({ ...ctx, filesDir }),
  ]
  const turns: readonly (readonly [Queue, cron: string | null, tasks: readonly OrganizationTask[]])[] = [
    ['retention', retentionCron, erasing],
    ['keep-promises', promiseCron, [keepPromises]],
    ['plan-feeds', feedCron, [planFeeds]],
    ['ask-owners', questionCron, [askOwners]],
    ['ask-check-ins', checkInCron, [askCheckIns]],
    ['tell-coaching', null, [tellCoaching]],
    ['check-links', checkCron, [(ctx) => checkLinks({ ...ctx, outside: deps.outside })]],
    ['post-stories', postCron, [(ctx) => postStories({ ...ctx, outside: deps.outside, seal: deps.seal, baseUrl: deps.baseUrl })]],
    ['tend-stage', tendCron, [(ctx) => tendStories({ ...ctx, mailer: deps.mailer, baseUrl: deps.baseUrl })]],
    ['plan-reports', reportCron, [planReports]],
  ]
  for (const [queue, cron, tasks] of turns) {
    await jobs.work(queue, perOrganization(queue, deps, tasks, now))
    if (cron !== null) await jobs.schedule(queue, cron)
  }
  await jobs.work('digest', digestJob(deps, now))
  await jobs.schedule('digest', digestCron)
  await jobs.work('fold-ledger', foldJob(deps.db))
  await jobs.schedule('fold-ledger', foldCron)
  await resumeImports(deps)
}
