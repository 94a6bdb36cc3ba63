import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Money } from '@oeuvre/domain/money/money'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type Converted, convertValue, ratesNeeded, serves } from '@oeuvre/domain/rates/rules'
import type { Leg } from '@oeuvre/domain/rates/schema'
import type { Day } from '@oeuvre/domain/time/day'

export type Valued = { readonly value: Money | null; readonly day: Day | null }
/** What a value of a day is in the reporting currency, by the rates that were looked up for it. */
export type Conversions = (valued: Valued) => Converted

/**
 * The rates that a set of values needs, in one statement however many they are; none at all where all are in the reporting currency. Whoever
 * asks is on the way to write what came of it: rates that arrive meanwhile wait with their conversions until this transaction has ended.
 */
export async function loadConversions(
  tx: SqlTx,
  actor: Pick<Actor, 'organizationId' | 'settings'>,
  wanted: readonly Valued[],
): Promise<Conversions> {
  const { reportingCurrency } = actor.settings
  const pairs = new Map<string, { currency: string; day: Day }>()
  for (const { value, day } of wanted)
    if (value && day)
      for (const currency of ratesNeeded(value.currency, reportingCurrency)) pairs.set(`${currency} ${day}`, { currency, day })
  const legs = pairs.size > 0 ? await loadLegs(tx, actor, [...pairs.values()]) : new Map<string, Leg>()
  return ({ value, day }) => convertValue(value, day, reportingCurrency, (currency, on) => legs.get(`${currency} ${on}`) ?? null)
}

type Row = Leg & { readonly asked: Day }

async function loadLegs(
  tx: SqlTx,
  { organizationId }: Pick<Actor, 'organizationId'>,
  pairs: readonly { readonly currency: string; readonly day: Day }[],
): Promise<Map<string, Leg>> {
  await tx.rows(sql`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`rates ${organizationId}`}, 0))`)
  const rows = await tx.rows<Row>(sql`
    SELECT w.day AS asked, w.currency, r.day, r.per_euro::text AS "perEuro", r.load_id AS "loadId", l.source
    FROM unnest(${pairs.map((p) => p.currency)}::bpchar[], ${pairs.map((p) => p.day)}::date[]) AS w(currency, day)
    CROSS JOIN LATERAL (SELECT e.day, e.per_euro, e.load_id FROM (
        SELECT DISTINCT ON (x.day) x.day, x.per_euro, x.load_id FROM exchange_rate x
        WHERE x.organization_id = ${organizationId}::uuid AND x.currency = w.currency AND x.day <= w.day ORDER BY x.day DESC, x.revision DESC) e
      WHERE e.per_euro IS NOT NULL LIMIT 1) r
    JOIN rate_load l ON l.organization_id = ${organizationId}::uuid AND l.id = r.load_id`)
  return new Map(rows.flatMap(({ asked, ...leg }) => (serves(leg, asked) ? [[`${leg.currency} ${asked}`, leg] as const] : [])))
}
