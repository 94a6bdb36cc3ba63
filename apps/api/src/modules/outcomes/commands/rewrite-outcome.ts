import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { changedFields, type HistoryField } from '@oeuvre/domain/outcomes/history/rules'
import type { OutcomeDraft } from '@oeuvre/domain/outcomes/schema'
import { replacing, snapshotOf } from '../present.ts'
import { stateChanged } from '../queries/get-latest-change.ts'
import type { DraftFacts } from '../queries/load-facts.ts'
import type { OutcomeFullRow } from '../queries/load-outcomes.ts'
import { keptConversion } from './keep-conversion.ts'
import type { Work } from './move-outcomes.ts'
import { contentOf } from './read-draft.ts'
import { refreshRungs } from './refresh-rungs.ts'
import { insertParts, type Saved, updateOutcome } from './save-outcome.sql.ts'
import { refuseForeignEvidence } from './save-outcome.ts'

export type Rewritten = { readonly version: number; readonly fields: readonly HistoryField[] }

/** New content for an outcome that stays verified; who may and whether it makes sense was asked before. Nothing is written where nothing changes. */
export async function rewriteOutcome(
  { ctx, tx }: Pick<Work, 'ctx' | 'tx'>,
  row: OutcomeFullRow,
  draft: OutcomeDraft,
  facts: DraftFacts,
  revisionOf: (fields: readonly HistoryField[]) => number,
): Promise<Rewritten> {
  const { organizationId, personId, kind } = ctx.actor
  const externalId = row.importId ? row.externalId : (draft.externalId ?? null)
  const isMatchedToCrm = row.importId !== null
  const content = contentOf(draft, {
    facts: { ...facts, converted: keptConversion(row, draft, facts.converted) },
    to: row.state,
    submittedAt: row.submittedAt,
    externalId,
    isMatchedToCrm,
    isAgreed: row.isAgreed,
  })
  const fields = changedFields(snapshotOf(row), content.snapshot)
  if (fields.length === 0) return { version: row.version, fields }
  const columns = { ...content.columns, revision: revisionOf(fields) }
  const target = { organizationId, id: row.id, now: ctx.now }
  const updated = await tx.one<{ version: number }>(
    updateOutcome(
      target,
      columns,
      row,
      content.parts.evidence.map((e) => e.id),
    ),
  )
  if (!updated) throw await stateChanged(tx, ctx.actor, [row])
  const snapshot = { snapshot: replacing(content.snapshot, row), actorKind: kind, actorPersonId: personId }
  const saved = await tx.one<Saved>(insertParts(target, updated.version, content.parts, personId, snapshot))
  if (!saved) throw new DomainError('conflict')
  refuseForeignEvidence(saved, content)
  if (fields.includes('contributors')) await refreshRungs(tx, ctx.actor, [row.id])
  return { version: updated.version, fields }
}
