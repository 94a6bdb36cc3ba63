import { empty, type Sql, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { toDecimal } from '@oeuvre/domain/money/amounts'
import type { CreditsFilter } from '@oeuvre/domain/transfers/exports/schema'
import { type CsvCell, csvLines } from '../../../platform/csv/write-csv.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { type CreditScope, creditsInScope, personsWithin, reachOf, withTeamPath } from '../../credits/visible-to.ts'

const page = 2000

const columns = [
  'oeuvre:credit_id',
  'outcome_id',
  'external_id',
  'person_id',
  'person_external_id',
  'person',
  'team_id',
  'team',
  'effective_on',
  'results',
  'basis_points',
  'value',
  'currency',
  'reporting_value_minor',
  'value_kind',
  'type_id',
  'type',
  'side',
  'evidence_level',
  'role_is_lead',
  'cause',
  'reverses',
  'revision',
  'recorded_at',
  'ledger_version',
  'is_imported',
] as const

type Row = {
  id: string
  outcome_id: string
  external_id: string | null
  person_id: string
  person_external_id: string | null
  person: string
  team_id: string | null
  team: string | null
  effective_on: string
  count_bp: number
  value_minor: string | null
  currency: string | null
  digits: number | null
  reporting_minor: string | null
  value_kind: string
  type_id: string
  type: string
  side: string
  rung: number
  is_lead: boolean
  cause: string
  reverses: string | null
  revision: number
  recorded_at: Date
  ledger_version: string
  is_imported: boolean
}

function record(row: Row): CsvCell[] {
  const value = row.value_minor !== null && row.digits !== null ? toDecimal({ minor: row.value_minor, digits: row.digits }) : null
  return [
    row.id,
    row.outcome_id,
    row.external_id,
    row.person_id,
    row.person_external_id,
    row.person,
    row.team_id,
    row.team,
    row.effective_on,
    { decimal: toDecimal({ minor: String(row.count_bp), digits: 4 }) },
    row.count_bp,
    value === null ? null : { decimal: value },
    row.currency,
    row.reporting_minor === null ? null : { decimal: row.reporting_minor },
    row.value_kind,
    row.type_id,
    row.type,
    row.side,
    row.rung,
    String(row.is_lead),
    row.cause,
    row.reverses,
    row.revision,
    row.recorded_at.toISOString(),
    row.ledger_version,
    String(row.is_imported),
  ]
}

/** Within reach: one's own, those of people in reach, all for an executive. @throws DomainError not-found, forbidden */
async function scopeOf(ctx: OrgContext, filter: CreditsFilter): Promise<CreditScope> {
  const { actor } = ctx
  const reach = reachOf(actor)
  if (filter.person !== undefined) {
    const person = await read(ctx.db, actor.organizationId, (tx) =>
      tx.one<{ in_reach: boolean }>(sql`
        SELECT p.id IN (${personsWithin(actor.organizationId, reach ?? [], actor.today)}) AS in_reach
        FROM person p WHERE p.organization_id = ${actor.organizationId}::uuid AND p.id = ${filter.person}::uuid AND p.status <> 'erased'`),
    )
    if (!person) throw new DomainError({ code: 'not-found', field: 'person' })
    if (reach !== null && !person.in_reach && filter.person !== actor.personId)
      throw new DomainError({ code: 'forbidden', field: 'person' })
  }
  const { from = null, to = null, ...slice } = filter
  return { organizationId: actor.organizationId, today: actor.today, reach: null, from, to, ...slice }
}

/** The border of this reader as a condition over `credit c`. */
function borderOf({ actor }: OrgContext) {
  const reach = reachOf(actor)
  if (reach === null) return sql`TRUE`
  return sql`(c.person_id = ${actor.personId}::uuid OR c.person_id IN (${personsWithin(actor.organizationId, reach, actor.today)}))`
}

/** Row by row: joined, the planner takes an organization that came after its statistics for one row, and walks it for each. */
function named(table: Sql, id: Sql): Sql {
  return sql`(SELECT * FROM ${table} x WHERE x.organization_id = c.organization_id AND x.id = ${id} LIMIT 1)`
}

async function loadPage(ctx: OrgContext, scope: CreditScope, after: Row | undefined): Promise<Row[]> {
  const next = after ? sql` AND (c.effective_on, c.id) > (${after.effective_on}::date, ${after.id}::uuid)` : empty
  return read(ctx.db, ctx.actor.organizationId, (tx) =>
    tx.rows<Row>(sql`
      ${withTeamPath(scope)}
      SELECT c.id, c.outcome_id, o.external_id, c.person_id, p.external_id AS person_external_id, p.name AS person, c.team_id, t.name AS team,
        c.effective_on, c.count_bp, c.value_minor, c.currency, c.digits, c.reporting_minor, c.value_kind, c.type_id,
        coalesce(y.name, y.code, '') AS type, c.side, c.rung, c.is_lead, c.cause, c.reverses, c.revision, c.recorded_at, c.ledger_version, c.is_imported
      FROM (SELECT * FROM credit c WHERE ${creditsInScope(scope)} AND ${borderOf(ctx)}${next} ORDER BY c.effective_on, c.id LIMIT ${page}) c
      CROSS JOIN LATERAL ${named(sql`person`, sql`c.person_id`)} p
      CROSS JOIN LATERAL ${named(sql`outcome`, sql`c.outcome_id`)} o
      CROSS JOIN LATERAL ${named(sql`outcome_type`, sql`c.type_id`)} y
      LEFT JOIN LATERAL ${named(sql`team`, sql`c.team_id`)} t ON TRUE
      ORDER BY c.effective_on, c.id`),
  )
}

/**
 * The entries of the ledger within this reader's reach, takebacks too: what belongs together adds up. In the order of days; no order
 * by person or figure is offered.
 */
export async function* streamCredits(ctx: OrgContext, filter: CreditsFilter): AsyncGenerator<string, void, undefined> {
  const scope = await scopeOf(ctx, filter)
  yield csvLines([columns])
  let rows = await loadPage(ctx, scope, undefined)
  while (rows.length > 0) {
    yield csvLines(rows.map(record))
    rows = rows.length === page ? await loadPage(ctx, scope, rows.at(-1)) : []
  }
}
