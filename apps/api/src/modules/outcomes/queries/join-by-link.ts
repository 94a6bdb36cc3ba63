import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { ToldUtm } from '@oeuvre/domain/links/utm/rules'
import { clientKey } from '@oeuvre/domain/outcomes/likeness/rules'

/** A deal of the CRM that carries the code of a tracked link, or the other values of one. */
export type LinkedDeal = {
  readonly externalId: string
  readonly subject: string
  readonly linkCode?: string | null | undefined
  readonly utm?: ToldUtm | null | undefined
}
type Row = { readonly id: string; readonly subject: string; readonly code: string }
type Pair = { readonly externalId: string; readonly id: string; readonly isOneLink: boolean }

function isSameClient(a: string, b: string): boolean {
  const [one, other] = [clientKey(a), clientKey(b)]
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one))
}

const wordsOf = ({ source, medium, campaign }: ToldUtm) => JSON.stringify([source, medium, campaign])

/** Codes of the links with these values, by `wordsOf`. What was not told may be anything. */
async function codesByUtm(tx: SqlTx, organizationId: string, deals: readonly LinkedDeal[]): Promise<ReadonlyMap<string, string[]>> {
  const told = new Map(deals.flatMap(({ linkCode, utm }) => (utm && !linkCode ? [[wordsOf(utm), utm] as const] : [])))
  if (told.size === 0) return new Map()
  const asked = [...told].map(([key, utm]) => ({ key, ...utm }))
  const rows = await tx.rows<{ key: string; codes: string[] }>(sql`
    SELECT u.key, json_agg(l.code) AS codes FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS u(key text, source text, medium text, campaign text)
    JOIN link l ON l.organization_id = ${organizationId}::uuid AND l.utm_source = u.source AND (u.medium IS NULL OR l.utm_medium = u.medium)
      AND (u.campaign IS NULL OR l.utm_campaign = u.campaign) GROUP BY u.key`)
  return new Map(rows.map(({ key, codes }) => [key, codes]))
}

/** Each deal with each result that somebody logged by hand without a number, that names a link of it as evidence and is about the same client. */
async function pairsOf(tx: SqlTx, organizationId: string, deals: readonly LinkedDeal[]): Promise<Pair[]> {
  const byUtm = await codesByUtm(tx, organizationId, deals)
  const codesOf = ({ linkCode, utm }: LinkedDeal) => (linkCode ? [linkCode] : utm ? (byUtm.get(wordsOf(utm)) ?? []) : [])
  const codes = [...new Set(deals.flatMap(codesOf))]
  if (codes.length === 0) return []
  const rows = await tx.rows<Row>(sql`
    SELECT DISTINCT o.id, o.subject, l.code FROM link l
    JOIN evidence e ON e.organization_id = l.organization_id AND e.kind = 'link' AND e.added_by_id = l.person_id
      AND e.url LIKE '%/l/%' AND right(lower(e.url), 10) = l.code
    JOIN outcome o ON o.organization_id = e.organization_id AND o.id = e.outcome_id
    WHERE l.organization_id = ${organizationId}::uuid AND l.code = ANY (${codes}::text[]) AND o.import_id IS NULL AND o.external_id IS NULL
      AND o.state IN ('submitted', 'second-look', 'changes-requested', 'verified')`)
  const byCode = Map.groupBy(rows, ({ code }) => code)
  return deals.flatMap((deal): Pair[] => {
    const own = codesOf(deal)
    const found = own.flatMap((code) => byCode.get(code) ?? []).filter((row) => isSameClient(row.subject, deal.subject))
    return [...new Set(found.map(({ id }) => id))].map((id) => ({ externalId: deal.externalId, id, isOneLink: own.length === 1 }))
  })
}

/** A link may lead to many deals, and one result may name several links: where more than one could be meant, either way, nobody can say which. */
function isCertain(pair: Pair, pairs: readonly Pair[]): boolean {
  return pair.isOneLink && pairs.filter(({ externalId, id }) => externalId === pair.externalId || id === pair.id).length === 1
}

/** Which result does each of these deals belong to, where only one can be meant? By external id. */
export async function joinByLink(tx: SqlTx, organizationId: string, deals: readonly LinkedDeal[]): Promise<ReadonlyMap<string, string>> {
  const pairs = await pairsOf(tx, organizationId, deals)
  return new Map(pairs.filter((pair) => isCertain(pair, pairs)).map(({ externalId, id }) => [externalId, id]))
}

/** Which results may each of these deals belong to, where somebody has to say? By external id. */
export async function askByLink(
  tx: SqlTx,
  organizationId: string,
  deals: readonly LinkedDeal[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const pairs = await pairsOf(tx, organizationId, deals)
  const open = Map.groupBy(
    pairs.filter((pair) => !isCertain(pair, pairs)),
    ({ externalId }) => externalId,
  )
  return new Map([...open].map(([externalId, own]) => [externalId, own.map(({ id }) => id)]))
}
