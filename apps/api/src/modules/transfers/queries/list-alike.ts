import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import type { Money } from '@oeuvre/domain/money/money'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { likenessOf } from '@oeuvre/domain/outcomes/likeness/rules'
import type { Likeness } from '@oeuvre/domain/outcomes/likeness/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { type AlikeRow, shownAlike } from '@oeuvre/domain/transfers/overview/schema'
import type { CommandContext } from '../../../platform/mutate.ts'
import { recordOf } from '../../outcomes/present.ts'
import { loadLikened } from '../../outcomes/queries/find-doubles.ts'
import { leadTeamOf, loadChains } from '../../outcomes/queries/load-chains.ts'
import { loadFullOutcomes, type OutcomeFullRow } from '../../outcomes/queries/load-outcomes.ts'
import { type LikeDeal, likenedDeal } from '../commands/mark-like-claims.ts'
import { listTypeOptions, loadImport } from '../repo.ts'

type Row = {
  readonly number: number
  readonly line: number
  readonly outcomeId: string | null
  readonly likeIds: readonly string[]
  readonly deal: LikeDeal
}

/** Deals of this import that look like claims of people, in the order of the file; also after the run, as long as both stand. */
export function listAlike(ctx: CommandContext, input: { id: string }): Promise<{ rows: AlikeRow[] }> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    await loadImport(tx, actor.organizationId, input.id)
    const rows = await listRows(tx, actor, input.id)
    const claims = await loadSeen(tx, actor, [...new Set(rows.flatMap((row) => row.likeIds))])
    const likened = await loadLikened(tx, actor, [...claims.keys()])
    const types = await listTypeOptions(tx, actor.organizationId)
    const told = rows.map((row): AlikeRow => {
      const { number, line, outcomeId, deal } = row
      const probe = likenedDeal(deal, types)
      const there = row.likeIds.flatMap((id) => claims.get(id) ?? [])
      const seen = there.flatMap(({ claim, isSeen }) => {
        const other = likened.get(claim.id)
        const likeness = other && (likenessOf(probe, other) ?? (namesLink(claim) ? byLink : null))
        const reasons = likeness?.reasons.filter((reason) => !reason.endsWith('people')) ?? []
        const by = claim.authorId !== null && claim.authorName !== null ? { id: claim.authorId, name: claim.authorName } : null
        return isSeen && likeness ? [{ id: claim.id, title: claim.title || claim.subject, by, likeness: { ...likeness, reasons } }] : []
      })
      const isAnotherHidden = there.some(({ isSeen }) => !isSeen)
      return {
        number,
        line,
        outcomeId,
        subject: deal.subject,
        occurredOn: deal.occurredOn,
        value: deal.value,
        claims: seen,
        isAnotherHidden,
      }
    })
    return { rows: told.filter((row) => row.claims.length > 0 || row.isAnotherHidden) }
  })
}

/** As the file has them; once the import is over, as the result has them that it made. */
async function listRows(tx: SqlTx, actor: Actor, importId: string): Promise<Row[]> {
  const rows = await tx.rows<Omit<Row, 'deal'> & { candidate: LikeDeal | null; result: (LikeDeal & { value: Money | null }) | null }>(sql`
    SELECT r.number, r.line, r.subject_id AS "outcomeId", r.like_ids AS "likeIds", r.candidate -> 'deal' AS candidate,
      CASE WHEN o.id IS NOT NULL THEN json_build_object('externalId', o.external_id, 'typeId', o.type_id, 'subject', o.subject, 'occurredOn', o.occurred_on,
        'value', CASE WHEN o.value_minor IS NOT NULL THEN json_build_object('minor', o.value_minor::text, 'currency', o.currency, 'digits', o.digits) END) END AS result
    FROM import_row r LEFT JOIN outcome o ON o.organization_id = r.organization_id AND o.id = r.subject_id AND o.state <> 'merged'
    WHERE r.organization_id = ${actor.organizationId}::uuid AND r.import_id = ${importId}::uuid AND r.result = 'added' AND r.like_ids <> '{}'
      AND (r.subject_id IS NULL OR o.id IS NOT NULL)
    ORDER BY r.number LIMIT ${shownAlike}`)
  return rows.flatMap(({ candidate, result, ...row }) => {
    const deal = result ?? candidate
    return deal ? [{ ...row, deal }] : []
  })
}

/** Not alike by their days or worth: noted beside the row because of a link that it names. */
const byLink: Likeness = { certainty: 'likely', reasons: ['same-link', 'same-client'] }

function namesLink({ evidence }: OutcomeFullRow): boolean {
  return evidence.some(({ url }) => url?.includes('/l/'))
}

type Seen = { readonly claim: OutcomeFullRow; readonly isSeen: boolean }

/** Claims that still stand or wait, and whether this reader may know of them. */
async function loadSeen(tx: SqlTx, actor: Actor, ids: readonly string[]): Promise<Map<string, Seen>> {
  const rows = await loadFullOutcomes(tx, actor, ids)
  const standing = rows.filter(({ state }) => ['submitted', 'second-look', 'changes-requested', 'verified'].includes(state))
  const chains = await loadChains(tx, actor, standing.map(leadTeamOf))
  return new Map(standing.map((claim) => [claim.id, { claim, isSeen: visibilityOf(actor, recordOf(claim, chains)).isConfidentialShown }]))
}
