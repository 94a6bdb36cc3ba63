import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { CommandContext, Emit, MutateTools } from './mutate.ts'

/** Inside a `mutate`: what a set write needs that is part of a bigger command (an import, a seed). */
export type Writing = { readonly ctx: CommandContext; readonly tx: Tx; readonly emit: Emit; readonly tools: MutateTools }

/** One at a time for what must hold over the whole organization: the tree of teams, the last administrator, unique names. */
export async function lockOrganization(tx: Tx, organizationId: OrganizationId): Promise<void> {
  await tx.run(sql`SELECT FROM organization WHERE organization_id = ${organizationId}::uuid FOR NO KEY UPDATE`)
}
