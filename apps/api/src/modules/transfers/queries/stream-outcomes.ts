import { empty, sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { toDecimal } from '@oeuvre/domain/money/amounts'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { OutcomeDetail, TypeRef } from '@oeuvre/domain/outcomes/schema'
import { type CsvCell, csvLines } from '../../../platform/csv/write-csv.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { titlesOf } from '../../objectives/queries/find-objective.ts'
import { presentDetail, recordOf } from '../../outcomes/present.ts'
import { afterCursor, cursorOf, filterWithWords, orderOf, sortOf } from '../../outcomes/queries/filter-outcomes.ts'
import { chainsFor } from '../../outcomes/queries/load-chains.ts'
import { loadFullOutcomes } from '../../outcomes/queries/load-outcomes.ts'
import { programTitles } from '../../programs/queries/find-program.ts'

const page = 500

const columns = [
  'oeuvre:outcome_id',
  'external_id',
  'stage',
  'state',
  'type_id',
  'title',
  'subject',
  'occurred_on',
  'first_touch_on',
  'value',
  'currency',
  'side',
  'channels',
  'channel_ids',
  'lead_name',
  'lead_id',
  'other_contributors',
  'contributor_ids',
  'contributor_roles',
  'contributor_basis_points',
  'team_ids',
  'evidence_level',
  'evidence',
  'situation',
  'action',
  'story',
  'skill_id',
  'objective_id',
  'objective',
  'program_id',
  'program',
  'author',
  'author_id',
  'decided_by',
  'decided_by_id',
  'submitted_at',
  'decided_at',
  'created_at',
  'reported',
  'reported_in',
  'reported_by',
] as const

function typeName(type: TypeRef | null): string {
  return type?.name ?? type?.code ?? ''
}

/** Several values in one cell, so that no text of theirs can be taken for what separates them. */
function list(values: readonly (string | number)[]): string {
  return values.length > 0 ? JSON.stringify(values) : ''
}

/** The value in the currency of the figures, and by which rates: units for one euro, their day and source. Empty: none, hidden, or not converted. */
function reported({ value, inReportingCurrency }: OutcomeDetail): Record<'reported' | 'reported_in' | 'reported_by', CsvCell> {
  const money = inReportingCurrency ? inReportingCurrency.value : value
  const rates = (inReportingCurrency?.rates ?? []).map((rate) => [rate.perEuro, `${rate.currency}/EUR`, rate.day, rate.source].join(' '))
  return { reported: money && { decimal: toDecimal(money) }, reported_in: money?.currency ?? null, reported_by: list(rates) }
}

function recordOfOutcome(o: OutcomeDetail): Record<(typeof columns)[number], CsvCell> {
  const lead = o.contributors.find(({ role }) => role === 'lead') ?? o.contributors[0]
  const ordered = lead ? [lead, ...o.contributors.filter((c) => c !== lead)] : o.contributors
  return {
    'oeuvre:outcome_id': o.id,
    external_id: o.externalId,
    // Read again by an import, only what stands verified is a result.
    stage: o.state === 'verified' ? typeName(o.type) : `${typeName(o.type)} (${o.state})`,
    state: o.state,
    type_id: o.type?.id ?? null,
    title: o.title,
    subject: o.subject,
    occurred_on: o.occurredOn,
    first_touch_on: o.firstTouchOn,
    value: o.value ? { decimal: toDecimal(o.value) } : null,
    currency: o.value?.currency ?? null,
    side: o.side,
    channels: list(o.channels.map(({ name, code, platform }) => name ?? code ?? platform ?? '')),
    channel_ids: list(o.channels.map(({ id }) => id)),
    lead_name: lead?.name ?? null,
    lead_id: lead?.id ?? null,
    other_contributors: list(ordered.slice(1).map(({ name }) => name)),
    contributor_ids: list(ordered.map(({ id }) => id)),
    contributor_roles: list(ordered.map(({ role }) => role)),
    contributor_basis_points: list(ordered.map(({ basisPoints }) => basisPoints)),
    team_ids: list(ordered.map(({ team }) => team?.id ?? '')),
    evidence_level: o.rung,
    evidence: list((o.evidence ?? []).flatMap(({ address, file, caption }) => address ?? (file ? caption || file.name : []))),
    situation: o.story.situation,
    action: o.story.action,
    story: o.story.result,
    skill_id: o.skillId,
    objective_id: o.objective?.id ?? null,
    objective: o.objective?.title ?? null,
    program_id: o.program?.id ?? null,
    program: o.program?.title ?? null,
    author: o.author?.name ?? null,
    author_id: o.author?.id ?? null,
    decided_by: o.decidedBy && (o.isDecidedByImport ? `import by ${o.decidedBy.name}` : o.decidedBy.name),
    decided_by_id: o.decidedBy?.id ?? null,
    submitted_at: o.submittedAt,
    decided_at: o.decidedAt,
    created_at: o.createdAt,
    ...reported(o),
  }
}

type Page = { readonly outcomes: readonly OutcomeDetail[]; readonly cursor: string | null }

function loadPage(ctx: OrgContext, filter: ListFilter, cursor: string | null): Promise<Page> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const sort = sortOf(filter)
    const after = cursor === null ? empty : sql` AND ${afterCursor(cursor, sort)}`
    const found = await tx.rows<{ id: string }>(sql`
      SELECT o.id FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND ${await filterWithWords(tx, actor, filter)}${after}
      ORDER BY ${orderOf(sort)} LIMIT ${page}`)
    const rows = await loadFullOutcomes(
      tx,
      actor,
      found.map(({ id }) => id),
    )
    const chains = await chainsFor(tx, actor, rows)
    const titles = await titlesOf(tx, actor, [...new Set(rows.flatMap((row) => row.objectiveId ?? []))])
    const programs = await programTitles(tx, actor, [...new Set(rows.flatMap((row) => row.programId ?? []))])
    const last = rows.at(-1)
    return {
      outcomes: rows.map((row) => presentDetail(row, ctx, recordOf(row, chains), { waitsFor: null, titles, programs })),
      cursor: rows.length === page && last ? cursorOf(last, sort) : null,
    }
  })
}

/**
 * Exactly the rows of the list under this filter, with all that this reader may see of each; what is withheld is empty.
 * @throws DomainError as the list does, before the first line.
 */
export async function* streamOutcomes(ctx: OrgContext, filter: ListFilter): AsyncGenerator<string, void, undefined> {
  let next = await loadPage(ctx, filter, null)
  yield csvLines([columns])
  for (;;) {
    yield csvLines(next.outcomes.map(recordOfOutcome).map((record) => columns.map((column) => record[column])))
    if (next.cursor === null) return
    next = await loadPage(ctx, filter, next.cursor)
  }
}
