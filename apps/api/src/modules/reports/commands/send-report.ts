import { type Sql, sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { mayTake } from '@oeuvre/domain/reports/policy'
import { type Cadence, type Paper, ScheduleFilter } from '@oeuvre/domain/reports/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { JobFailure } from '../../../platform/jobs.ts'
import { NotSent } from '../../../platform/mail/mailer.ts'
import { openReader } from '../../../platform/open-reader.ts'
import { newSecret } from '../../../platform/tokens.ts'
import type { Deps } from '../../../trpc/context.ts'
import { getPage } from '../../impact/queries/get-page.ts'
import { languageOf } from '../../notifications/queries/write-letter.ts'
import { printedName } from '../queries/printed-name.ts'
import { readerContext } from '../queries/reader-context.ts'
import { writeReportLetter } from '../queries/write-report-letter.ts'
import { printPage } from './print-page.ts'

type Delivery = {
  readonly id: string
  readonly personId: string
  readonly period: string
  readonly state: string
  readonly cadence: Cadence
  readonly filter: unknown
  readonly paper: Paper
  /** The schedule goes on, and the recipient still wants it. */
  readonly isWanted: boolean
}
export type SendAsked = { readonly organizationId: string; readonly deliveryId: string }
type Sending = { readonly deps: Deps; readonly now: Date; readonly organizationId: OrganizationId; readonly delivery: Delivery }

async function settle({ deps, organizationId, delivery }: Sending, from: readonly string[], change: Sql): Promise<boolean> {
  const changed = await write(deps.db, organizationId, (tx) =>
    tx.run(sql`UPDATE report_delivery SET ${change}
      WHERE organization_id = ${organizationId}::uuid AND id = ${delivery.id}::uuid AND state = ANY (${[...from]}::text[])`),
  )
  return changed > 0
}

/**
 * Sends the page to one person for one period, once, with the rights that they have now: claimed before it goes out and settled after
 * (docs/decisions/009). Whoever may no longer open the page gets nothing, and the schedule says so.
 */
export async function sendReport(deps: Deps, now: Date, asked: SendAsked): Promise<void> {
  const { mailer } = deps
  if (!mailer) throw new JobFailure('no-mail-server') // taken out of the configuration since
  const organizationId = asked.organizationId as OrganizationId
  const delivery = await find(deps, organizationId, asked.deliveryId)
  if (!delivery) return
  const sending: Sending = { deps, now, organizationId, delivery }
  if (delivery.state === 'sending') await settle(sending, ['sending'], sql`state = 'unknown', settled_at = ${now}`)
  if (delivery.state !== 'waiting') return
  if (!delivery.isWanted) return void (await settle(sending, ['waiting'], sql`state = 'dropped', settled_at = ${now}`))
  const { secret, hash } = newSecret()
  const message = await compose(sending, secret)
  if (!message) return void (await settle(sending, ['waiting'], sql`state = 'no-right', settled_at = ${now}`))
  if (!(await settle(sending, ['waiting'], sql`state = 'sending', claimed_at = ${now}, token_hash = ${hash}`))) return
  try {
    await mailer.send(message)
  } catch (e) {
    if (!(e instanceof NotSent)) throw e
    if (e.outcome !== 'again') return void (await settle(sending, ['sending'], sql`state = ${e.outcome}, settled_at = ${now}`))
    await settle(sending, ['sending'], sql`state = 'waiting', claimed_at = NULL`)
    throw new JobFailure(e.code)
  }
  await settle(sending, ['sending', 'unknown'], sql`state = 'sent', settled_at = ${now}`)
}

function find(deps: Deps, organizationId: OrganizationId, id: string): Promise<Delivery | null> {
  return read(deps.db, organizationId, (tx) =>
    tx.one<Delivery>(sql`
      SELECT d.id, d.person_id AS "personId", d.period, d.state, s.cadence, s.filter, s.paper,
        s.removed_at IS NULL AND NOT s.is_paused AND EXISTS (SELECT FROM report_recipient r WHERE r.organization_id = d.organization_id
          AND r.schedule_id = d.schedule_id AND r.person_id = d.person_id AND r.ended_at IS NULL) AS "isWanted"
      FROM report_delivery d JOIN report_schedule s ON s.organization_id = d.organization_id AND s.id = d.schedule_id
      WHERE d.organization_id = ${organizationId}::uuid AND d.id = ${id}::uuid`),
  )
}

/** What the slice shows this reader; null: they may not open it, or not this slice of it. */
async function look(reader: OrgContext, filter: ImpactFilter): Promise<ImpactPage | null> {
  try {
    return await getPage(reader, filter)
  } catch (e) {
    if (e instanceof DomainError && (e.code === 'not-found' || e.code === 'forbidden')) return null
    throw e
  }
}

async function compose({ deps, now, organizationId, delivery }: Sending, secret: string) {
  const visitor = await openReader(deps.db, organizationId, delivery.personId)
  const slice = ScheduleFilter.safeParse(delivery.filter)
  if (!visitor || !slice.success || !mayTake(visitor.actor, { kind: 'impact-pdf' })) return null
  const reader = readerContext(deps, visitor, now)
  const filter: ImpactFilter = { ...slice.data, period: delivery.period }
  const page = await look(reader, filter)
  if (!page) return null
  const language = await languageOf(deps, { ...visitor, now })
  const { paper, personId } = delivery
  const printed = { organizationId, slug: visitor.actor.settings.slug, personId, filter, paper, language }
  const pdf = deps.printer && { content: await printPage(reader, printed), filename: printedName(reader, filter, language) }
  return writeReportLetter({
    reader,
    language,
    page,
    filter,
    pdf,
    cadence: delivery.cadence,
    id: delivery.id,
    token: `${organizationId}.${secret}`,
  })
}
