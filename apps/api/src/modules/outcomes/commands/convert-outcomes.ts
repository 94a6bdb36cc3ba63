import { sql } from '@oeuvre/db/sql'
import { type Tx, write } from '@oeuvre/db/tenant'
import type { CreditEvent } from '@oeuvre/domain/credits/events'
import { converted, oppositeOf } from '@oeuvre/domain/credits/rules'
import type { Converted } from '@oeuvre/domain/rates/rules'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { appendCredits } from '../../credits/commands/append-credits.ts'
import { listStanding } from '../../credits/queries/list-standing.ts'
import { loadConversions } from '../../rates/queries/load-conversions.ts'
import { moneyOfRow } from '../present.ts'
import { unconverted } from '../queries/list-unconverted.ts'
import { convertedColumns } from './keep-conversion.ts'

/** Outcomes of one transaction: many are converted in several, each of them whole. */
const batch = 500
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Rates came: what waited for one is converted by it. What is verified is taken back from the ledger and appended with its value in the reporting
 * currency, under the revision that it has: nothing else of it moves, and what the ledger said before stays readable as of before. What waits for
 * review is shown with its value; verifying settles it. What is converted already stays as it is. Asked any number of times, it does what is left.
 */
export async function convertOutcomes(ctx: CommandContext): Promise<number> {
  await waitForDecisions(ctx)
  let all = 0
  for (let after: string | null = nobody; after !== null; ) {
    const done: Batch = await convertSome(ctx, after)
    all += done.outcomes
    after = done.last
  }
  return all
}

type Batch = { readonly outcomes: number; readonly last: string | null }
type Row = {
  readonly id: string
  readonly state: string
  readonly occurredOn: string
  readonly valueMinor: string
  readonly currency: string
  readonly digits: number
}

/** A decision or an import on its way may have looked before the rates were there: it is waited for, and what it wrote is seen. */
async function waitForDecisions({ db, actor }: CommandContext): Promise<void> {
  const { organizationId } = actor
  await write(db, organizationId, (tx) => tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`rates ${organizationId}`}, 0))`))
}

function convertSome(ctx: CommandContext, after: string): Promise<Batch> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const rows = await tx.rows<Row>(sql`
      SELECT o.id, o.state, o.occurred_on AS "occurredOn", o.value_minor AS "valueMinor", o.currency, o.digits FROM outcome o
      WHERE ${unconverted(organizationId)} AND o.id > ${after}::uuid ORDER BY o.id LIMIT ${batch} FOR NO KEY UPDATE`)
    const last = rows.length === batch ? (rows.at(-1)?.id ?? null) : null
    const found = await convertible(tx, ctx, rows)
    if (found.size === 0) return { outcomes: 0, last }
    await store(tx, ctx, found)
    const verified = rows.flatMap(({ id, state }) => (state === 'verified' && found.has(id) ? [id] : []))
    const standing = Map.groupBy(await listStanding(tx, ctx.actor, verified), (entry) => entry.outcomeId)
    for (const [id, entries] of standing) {
      appendCredits(ledger, oppositeOf(entries, 'converted'))
      appendCredits(ledger, converted(entries, found.get(id)?.minor ?? 0n))
    }
    if (standing.size > 0) {
      const subject = { kind: 'organization', id: organizationId } as const
      const event: CreditEvent = { type: 'credits.converted', subject, payload: { outcomes: standing.size } }
      emit(event)
    }
    return { outcomes: found.size, last }
  })
}

async function convertible(tx: Tx, { actor }: CommandContext, rows: readonly Row[]): Promise<Map<string, Converted>> {
  const valued = rows.map((row) => ({ id: row.id, value: moneyOfRow(row), day: row.occurredOn }))
  const conversions = await loadConversions(tx, actor, valued)
  return new Map(
    valued.flatMap((one) => {
      const result = conversions(one)
      return result.minor === null ? [] : [[one.id, result] as const]
    }),
  )
}

async function store(tx: Tx, { actor }: CommandContext, found: ReadonlyMap<string, Converted>): Promise<void> {
  const rows = [...found].map(([id, result]) => ({ id, ...convertedColumns(result) }))
  await tx.run(sql`UPDATE outcome o SET reporting_minor = x.reporting_minor, conversion = x.conversion
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, reporting_minor bigint, conversion jsonb)
    WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = x.id`)
}
