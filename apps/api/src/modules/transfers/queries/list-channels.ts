import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { ChannelOfWords } from '@oeuvre/domain/transfers/channels/rules'

/** The channels that words of a file can mean; archived ones too: a result of then was carried by them. */
export function listChannels(tx: SqlTx, organizationId: OrganizationId): Promise<ChannelOfWords[]> {
  return tx.rows<ChannelOfWords>(sql`
    SELECT id, kind, platform, code, name FROM channel WHERE organization_id = ${organizationId}::uuid ORDER BY archived_at IS NOT NULL, position, id`)
}
