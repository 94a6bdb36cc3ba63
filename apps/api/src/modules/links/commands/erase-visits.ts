import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { visitMonths } from '@oeuvre/domain/links/visits/rules'
import type { CommandContext } from '../../../platform/mutate.ts'

/** Visits of more than 25 months ago. */
export function eraseVisits(ctx: CommandContext): Promise<number> {
  const { organizationId } = ctx.actor
  return write(ctx.db, organizationId, (tx) =>
    tx.run(sql`DELETE FROM link_visit WHERE organization_id = ${organizationId}::uuid
      AND hour < ${ctx.now}::timestamptz - make_interval(months => ${visitMonths}::int)`),
  )
}
