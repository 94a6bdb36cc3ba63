import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { clientKey } from '@oeuvre/domain/outcomes/likeness/rules'

/** A deal of the CRM that carries the code of a tracked link. */
export type LinkedDeal = { readonly externalId: string; readonly subject: string; readonly linkCode?: string | null | undefined }
type Row = { readonly id: string; readonly subject: string; readonly code: string }

function isSameClient(a: string, b: string): boolean {
  const [one, other] = [clientKey(a), clientKey(b)]
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one))
}

/**
 * Which result that somebody logged by hand without a number does each of these deals belong to? The one that names the link as evidence and
 * is about the same client. A link may lead to many deals, and one result may name several links: where more than one could be meant, either
 * way, nobody can say which, so none. By external id.
 */
export async function joinByLink(tx: SqlTx, organizationId: string, deals: readonly LinkedDeal[]): Promise<ReadonlyMap<string, string>> {
  const codes = [...new Set(deals.flatMap(({ linkCode }) => linkCode ?? []))]
  if (codes.length === 0) return new Map()
  const rows = await tx.rows<Row>(sql`
    SELECT DISTINCT o.id, o.subject, l.code FROM link l
    JOIN evidence e ON e.organization_id = l.organization_id AND e.kind = 'link' AND e.added_by_id = l.person_id
      AND e.url LIKE '%/l/%' AND right(lower(e.url), 10) = l.code
    JOIN outcome o ON o.organization_id = e.organization_id AND o.id = e.outcome_id
    WHERE l.organization_id = ${organizationId}::uuid AND l.code = ANY (${codes}::text[]) AND o.import_id IS NULL AND o.external_id IS NULL
      AND o.state IN ('submitted', 'second-look', 'changes-requested', 'verified')`)
  const pairs = deals.flatMap(({ externalId, subject, linkCode }) =>
    rows.filter((row) => row.code === linkCode && isSameClient(row.subject, subject)).map(({ id }) => ({ externalId, id })),
  )
  const isAlone = (pair: (typeof pairs)[number]) =>
    pairs.filter(({ externalId, id }) => externalId === pair.externalId || id === pair.id).length === 1
  return new Map(pairs.filter(isAlone).map(({ externalId, id }) => [externalId, id]))
}
