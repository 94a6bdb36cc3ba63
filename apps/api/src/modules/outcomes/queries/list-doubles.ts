import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { Likened } from '@oeuvre/domain/outcomes/likeness/rules'
import type { Comparison, LikeDraftInput, LikeOutcome, LikeOutput } from '@oeuvre/domain/outcomes/likeness/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { moneyOf } from '@oeuvre/domain/outcomes/rules'
import { presentSummary, recordOf } from '../present.ts'
import { type Double, findDoubles, loadLikened } from './find-doubles.ts'
import type { Reader } from './list-outcomes.ts'
import { loadVocabulary } from './list-vocabulary.ts'
import { leadTeamOf, loadChains } from './load-chains.ts'
import { loadFullOutcomes } from './load-outcomes.ts'

const shown = 5
const none: LikeOutput = { outcomes: [], isAnotherHidden: false }

/** While it is typed: results that this may be one with. */
export function listLikeDraft(ctx: Reader, input: LikeDraftInput): Promise<LikeOutput> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const { types } = await loadVocabulary(tx, actor)
    const { personId } = actor
    const probe: Likened = {
      externalId: input.externalId ?? null,
      subject: input.subject,
      occurredOn: input.occurredOn ?? null,
      typeId: input.typeId ?? null,
      valueKind: types.find((type) => type.id === input.typeId)?.valueKind ?? null,
      value: moneyOf(input).value,
      personIds: [...new Set([...input.personIds, ...(personId === null ? [] : [personId])])],
      isImported: false,
    }
    return presentDoubles(tx, ctx, input.id, await findDoubles(tx, actor, input.id, probe))
  })
}

/** Results that one which stands or waits may be one with. What was decided to be another is left out. @throws DomainError not-found */
export function listDoubles(ctx: Reader, { id }: { id: string }): Promise<LikeOutput> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const [row] = await loadFullOutcomes(tx, actor, [id])
    const visibility = row && visibilityOf(actor, recordOf(row, await loadChains(tx, actor, [leadTeamOf(row)])))
    if (!row || !visibility?.isVisible) throw new DomainError('not-found')
    const probe = (await loadLikened(tx, actor, [id])).get(id)
    if (!probe || !visibility.isConfidentialShown || row.state === 'draft' || row.state === 'merged') return none
    return presentDoubles(tx, ctx, id, await findDoubles(tx, actor, id, probe))
  })
}

type ComparisonRow = Omit<Comparison, 'by'> & { otherId: string; byId: string | null; by: string | null }

function listComparisons(tx: SqlTx, actor: Actor, id: string, otherIds: readonly string[]): Promise<ComparisonRow[]> {
  return tx.rows<ComparisonRow>(sql`
    SELECT x.other_id AS "otherId", x.verdict, x.words, x.is_decided AS "isDecided", p.id AS "byId", p.name AS by FROM (
      SELECT c.organization_id, c.other_id, c.verdict, c.words, c.is_decided, c.by_id, c.at FROM outcome_comparison c
        WHERE c.organization_id = ${actor.organizationId}::uuid AND c.outcome_id = ${id}::uuid
      UNION ALL SELECT c.organization_id, c.outcome_id, c.verdict, c.words, c.is_decided, c.by_id, c.at FROM outcome_comparison c
        WHERE c.organization_id = ${actor.organizationId}::uuid AND c.other_id = ${id}::uuid) x
    LEFT JOIN person p ON p.organization_id = x.organization_id AND p.id = x.by_id
    WHERE x.other_id = ANY (${[...otherIds]}::uuid[]) ORDER BY x.at`)
}

/** What this reader may know of them: a client or a value that is withheld hides the likeness too. */
async function presentDoubles(tx: SqlTx, ctx: Reader, id: string, doubles: readonly Double[]): Promise<LikeOutput> {
  if (doubles.length === 0) return none
  const { actor } = ctx
  const ids = doubles.map((double) => double.id)
  const said = Map.groupBy(await listComparisons(tx, actor, id, ids), (one) => one.otherId)
  const open = doubles.filter((double) => !said.get(double.id)?.some((one) => one.isDecided && one.verdict === 'another'))
  const rows = new Map(
    (
      await loadFullOutcomes(
        tx,
        actor,
        open.map((double) => double.id),
      )
    ).map((row) => [row.id, row]),
  )
  const chains = await loadChains(tx, actor, [...rows.values()].map(leadTeamOf))
  const seen = open.flatMap(({ id: otherId, likeness }): LikeOutcome[] => {
    const row = rows.get(otherId)
    const record = row && recordOf(row, chains)
    if (!row || !record || !visibilityOf(actor, record).isConfidentialShown) return []
    const author = row.authorId !== null && row.authorName !== null ? { id: row.authorId, name: row.authorName } : null
    const comparisons = (said.get(otherId) ?? []).map(({ verdict, words, isDecided, byId, by }) => ({
      verdict,
      words,
      isDecided,
      by: byId !== null && by !== null ? { id: byId, name: by } : null,
    }))
    const hasEvidence = row.hasEvidence || row.externalId !== null
    return [{ outcome: presentSummary(row, ctx, record), likeness, comparisons, author, hasEvidence }]
  })
  return { outcomes: seen.slice(0, shown), isAnotherHidden: seen.length < open.length }
}
