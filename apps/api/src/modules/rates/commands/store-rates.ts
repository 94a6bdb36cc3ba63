import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { RateEvent } from '@oeuvre/domain/rates/events'
import { type GivenRate, judgeRates, type StandingRate } from '@oeuvre/domain/rates/rules'
import type { LoadedRates, RateSource } from '@oeuvre/domain/rates/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { insertRates } from './store-rates.sql.ts'

export type Given = { readonly source: RateSource; readonly fileName: string | null; readonly rates: readonly GivenRate[] }

/**
 * Adds the rates that are new and corrects those that differ, in one transaction; what is there already stays, and where nothing is new nothing
 * is written. Results that waited for a rate are converted in the background afterwards.
 */
export function storeRates(ctx: CommandContext, { source, fileName, rates }: Given): Promise<LoadedRates> {
  const { organizationId, personId } = ctx.actor
  const days = rates.map(({ day }) => day).toSorted()
  const span = { firstDay: days[0] ?? '', lastDay: days.at(-1) ?? '' }
  const currencies = [...new Set(rates.map(({ currency }) => currency))]
  return mutate(ctx, async (tx, emit, { ledger, enqueue }) => {
    await lockOrganization(tx, organizationId)
    const { counts, fresh } = judgeRates(rates, await loadStanding(tx, organizationId, currencies, span), source)
    const load = { source, fileName, byId: personId, ...span, ...counts }
    const stored = fresh.length > 0 ? await tx.one<{ id: string }>(insertRates(organizationId, ctx.now, load, fresh)) : null
    if (stored) {
      const event: RateEvent = {
        type: 'rates.loaded',
        subject: { kind: 'rate-load', id: stored.id },
        payload: { source, ...counts, ...span },
      }
      emit(event)
      ledger.touchFacts()
      await enqueue('convert-outcomes', {})
    }
    return { id: stored?.id ?? null, source, currencies: currencies.length, ...span, ...counts }
  })
}

type Span = { readonly firstDay: string; readonly lastDay: string }

/** By currency and day, the revision that counts. */
async function loadStanding(
  tx: Tx,
  organizationId: OrganizationId,
  currencies: readonly string[],
  { firstDay, lastDay }: Span,
): Promise<Map<string, StandingRate>> {
  const rows = await tx.rows<StandingRate & { currency: string; day: string }>(sql`
    SELECT DISTINCT ON (e.currency, e.day) e.currency, e.day, e.revision, e.per_euro::text AS "perEuro", l.source
    FROM exchange_rate e JOIN rate_load l ON l.organization_id = e.organization_id AND l.id = e.load_id
    WHERE e.organization_id = ${organizationId}::uuid AND e.currency = ANY (${[...currencies]}::bpchar[]) AND e.day BETWEEN ${firstDay}::date AND ${lastDay}::date
    ORDER BY e.currency, e.day, e.revision DESC`)
  return new Map(rows.map((row) => [`${row.currency} ${row.day}`, row]))
}
