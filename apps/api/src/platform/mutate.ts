import type { Database } from '@oeuvre/db/database'
import type { Queue } from '@oeuvre/db/queues'
import { sql } from '@oeuvre/db/sql'
import { type Tx, write } from '@oeuvre/db/tenant'
import { touchesFigures } from '@oeuvre/domain/impact/freshness/rules'
import { isTold, secondsUntilTold } from '@oeuvre/domain/notifications/rules'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type DomainEvent, nextEventId } from './events.ts'
import type { Enqueue } from './jobs.ts'
import { appendAndBump, type Ledger, newLedger } from './ledger.ts'
import { claimKey, type Keyed, keepAnswer } from './request-keys.ts'

/** What a command needs to know about the call. `now` is taken once per call. */
export type CommandContext = {
  readonly db: Database
  readonly actor: Actor
  readonly requestId: string | null
  readonly now: Date
  readonly enqueue: Enqueue
  /** It was sent under a key: done once, however often it arrives. */
  readonly keyed?: Keyed | null
}

export type Emit = (event: DomainEvent) => string
export type MutateTools = { readonly ledger: Ledger; enqueue(queue: Queue, payload: Readonly<Record<string, string>>): Promise<void> }

/**
 * One command, one transaction: state, events, credits and jobs together or not at all. Events and credits are gathered and
 * written at the end; the bump of the organization's versions is the last statement before commit, so that order of version is
 * order of time and of commit. What was sent under a key is answered from the first time, in place of being done again.
 */
export function mutate<T>(ctx: CommandContext, fn: (tx: Tx, emit: Emit, tools: MutateTools) => Promise<T>): Promise<T> {
  return write(ctx.db, ctx.actor.organizationId, async (tx) => {
    const first = ctx.keyed ? await claimKey<T>(tx, ctx, ctx.keyed) : null
    if (first) return first.answer
    const events: (DomainEvent & { id: string })[] = []
    const ledger = newLedger()
    const result = await fn(
      tx,
      (event) => {
        const id = event.id ?? nextEventId()
        events.push({ ...event, id })
        return id
      },
      { ledger, enqueue: (queue, payload) => ctx.enqueue(tx, queue, { organizationId: ctx.actor.organizationId, ...payload }) },
    )
    if (events.some(({ type }) => touchesFigures(type))) ledger.touchFacts()
    if (events.length) await Promise.all([appendEvents(tx, ctx, events), tell(tx, ctx, events)])
    // Written without waiting for the answer, so that it costs no round trip and the bump stays last.
    const kept = ctx.keyed && keepAnswer(tx, ctx, ctx.keyed, result)
    await Promise.all([kept, appendAndBump(tx, ctx.actor.organizationId, ledger)])
    return result
  })
}

/** One job for all that a command has to tell; none where nobody is told. */
async function tell(tx: Tx, ctx: CommandContext, events: readonly (DomainEvent & { id: string })[]): Promise<void> {
  const told = events.filter((event) => isTold(event, ctx.actor.kind))
  if (told.length === 0) return
  const payload = { organizationId: ctx.actor.organizationId, eventIds: told.map(({ id }) => id).join() }
  await ctx.enqueue(tx, 'tell', payload, secondsUntilTold(told))
}

async function appendEvents(tx: Tx, ctx: CommandContext, events: readonly (DomainEvent & { id: string })[]): Promise<void> {
  const rows = events.map((e) => ({ id: e.id, type: e.type, kind: e.subject.kind, subject: e.subject.id, payload: e.payload ?? {} }))
  await tx.prepared(sql`
    INSERT INTO event (organization_id, id, type, subject_kind, subject_id, actor_kind, actor_person_id, import_id, request_id, at, payload)
    SELECT ${ctx.actor.organizationId}::uuid, e.id, e.type, e.kind, e.subject, ${ctx.actor.kind}, ${ctx.actor.personId}::uuid,
      ${ctx.actor.importId}::uuid, ${ctx.requestId}, ${ctx.now}::timestamptz, e.payload
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e(id uuid, type text, kind text, subject uuid, payload jsonb)`)
}
