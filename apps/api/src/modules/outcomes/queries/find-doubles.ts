import { join, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { ValueKind } from '@oeuvre/domain/credits/schema'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { Claim } from '@oeuvre/domain/outcomes/claims/rules'
import { clientKey, type Likened, likenessLimits, likenessOf } from '@oeuvre/domain/outcomes/likeness/rules'
import type { Likeness } from '@oeuvre/domain/outcomes/likeness/schema'
import { moneyOfRow } from '../present.ts'

type FactsRow = {
  id: string
  externalId: string | null
  subject: string
  occurredOn: string | null
  typeId: string | null
  valueKind: ValueKind | null
  valueMinor: string | null
  currency: string | null
  digits: number | null
  isImported: boolean
  personIds: string[]
}

/** One of these may be the same result. */
export type Double = { readonly id: string; readonly likeness: Likeness }

const facts = sql`o.id, o.external_id AS "externalId", o.subject, o.occurred_on AS "occurredOn", o.type_id AS "typeId", t.value_kind AS "valueKind",
  o.value_minor AS "valueMinor", o.currency, o.digits, o.import_id IS NOT NULL AS "isImported",
  ARRAY(SELECT c.person_id FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id
    UNION SELECT o.author_id WHERE o.author_id IS NOT NULL) AS "personIds"`
const withType = sql`LEFT JOIN outcome_type t ON t.organization_id = o.organization_id AND t.id = o.type_id`

function likenedOf(row: FactsRow): Likened {
  return { ...row, value: moneyOfRow(row) }
}

/** Results as the rules of likeness see them, by id. */
export async function loadLikened(tx: SqlTx, actor: Pick<Actor, 'organizationId'>, ids: readonly string[]): Promise<Map<string, Likened>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.rows<FactsRow>(sql`SELECT ${facts} FROM outcome o ${withType}
    WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = ANY (${[...ids]}::uuid[])`)
  return new Map(rows.map((row) => [row.id, likenedOf(row)]))
}

/**
 * What stands or waits in the organization and may be the same result, certain ones first: whoever asks, so what the reader may see of
 * it is still to be asked. The number of the CRM and the days lead to candidates by index, the amount and then the client's name narrow
 * them, the rules decide. Row-level security keeps trigram indexes out: names are compared last, on few rows.
 */
export async function findDoubles(tx: SqlTx, actor: Pick<Actor, 'organizationId'>, id: string, probe: Likened): Promise<Double[]> {
  const org = sql`${actor.organizationId}::uuid`
  const stands = sql`o.organization_id = ${org} AND o.id <> ${id}::uuid AND o.state <> 'draft'
    AND o.state IN ('submitted', 'second-look', 'changes-requested', 'verified')`
  const ways = [byDeal(probe, stands), byClient(probe, stands)].filter((way) => way !== null)
  if (ways.length === 0) return []
  const rows = await tx.rows<FactsRow>(sql`SELECT ${facts} FROM outcome o ${withType}
    WHERE o.organization_id = ${org} AND o.id IN (${join(ways, ' UNION ')})`)
  const found = rows.flatMap((row) => {
    const likeness = likenessOf(probe, likenedOf(row))
    return likeness ? [{ id: row.id, likeness, day: row.occurredOn ?? '' }] : []
  })
  return found.toSorted((a, b) => weightOf(b.likeness) - weightOf(a.likeness) || b.day.localeCompare(a.day) || (a.id < b.id ? -1 : 1))
}

/**
 * Claims of people that stand or wait, about these days or under these numbers of the CRM: what an import compares its deals with.
 * Without people, who are compared on the few that are left.
 */
export function loadClaims(
  tx: SqlTx,
  organizationId: OrganizationId,
  about: { readonly between: { readonly from: string; readonly to: string } | null; readonly externalIds: readonly string[] },
): Promise<Claim[]> {
  const { days } = likenessLimits
  const stands = sql`o.organization_id = ${organizationId}::uuid AND o.import_id IS NULL AND o.state <> 'draft'
    AND o.state IN ('submitted', 'second-look', 'changes-requested', 'verified')`
  return tx
    .rows<
      Omit<FactsRow, 'personIds'>
    >(sql`SELECT o.id, o.external_id AS "externalId", o.subject, o.occurred_on AS "occurredOn", o.type_id AS "typeId",
      t.value_kind AS "valueKind", o.value_minor AS "valueMinor", o.currency, o.digits, FALSE AS "isImported" FROM outcome o ${withType}
    WHERE o.organization_id = ${organizationId}::uuid AND o.id IN (
      SELECT o.id FROM outcome o WHERE ${stands} AND o.occurred_on BETWEEN ${about.between?.from ?? null}::date - ${days}::int AND ${about.between?.to ?? null}::date + ${days}::int
      UNION SELECT o.id FROM outcome o WHERE ${stands} AND o.external_id = ANY (${[...about.externalIds]}::text[]))`)
    .then((rows) => rows.map((row) => ({ ...row, value: moneyOfRow(row), personIds: [] })))
}

function byDeal({ externalId }: Likened, stands: Sql): Sql | null {
  return externalId ? sql`(SELECT o.id FROM outcome o WHERE ${stands} AND o.external_id = ${externalId} LIMIT 20)` : null
}

/** Wider than the rules: the whole name, or its first word within a longer one, misspelt or not; initials with dots or without. */
function byClient({ subject, occurredOn, value }: Likened, stands: Sql): Sql | null {
  const key = clientKey(subject)
  if (key === '' || !occurredOn) return null
  const [first = ''] = key.split(' ')
  const { days } = likenessLimits
  return sql`(SELECT n.id FROM (WITH near AS MATERIALIZED (SELECT o.id, o.occurred_on, translate(o.subject_key, './', '') AS name FROM outcome o
      WHERE ${stands} AND o.occurred_on BETWEEN ${occurredOn}::date - ${days}::int AND ${occurredOn}::date + ${days}::int AND ${worthLike(value)})
    SELECT * FROM near) n
    WHERE word_similarity(${first}, n.name) >= 0.5 OR word_similarity(${key}, n.name) >= 0.5 ORDER BY n.occurred_on DESC, n.id LIMIT 200)`
}

function worthLike(value: Likened['value']): Sql {
  if (!value) return sql`TRUE`
  const minor = BigInt(value.minor)
  const share = 100n - likenessLimits.amountPercent
  const [least, most] = [(minor * share) / 100n, (minor * 100n) / share + 1n]
  return sql`(o.value_minor IS NULL OR o.currency <> ${value.currency}::char(3)
    OR o.value_minor BETWEEN ${least.toString()}::bigint AND ${most.toString()}::bigint)`
}

function weightOf({ certainty, reasons }: Likeness): number {
  return (certainty === 'certain' ? 10 : 0) + reasons.filter((reason) => reason.startsWith('same')).length
}
