import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { ChangesSince } from '@oeuvre/domain/outcomes/history/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { recordOf } from '../present.ts'
import { changesBetween, namesOf, objectivesIn, programsIn, type VersionRow } from './get-history.ts'
import type { Reader } from './list-outcomes.ts'
import { loadVocabulary } from './list-vocabulary.ts'
import { chainsFor } from './load-chains.ts'
import { loadOutcomes } from './load-outcomes.ts'

/** What it says now beside what it said when this reader last looked. @throws DomainError not-found */
export function getChangesSince(ctx: Reader, { id }: { readonly id: string }): Promise<ChangesSince> {
  const { actor } = ctx
  const nothing = { since: null, changes: [] }
  return read(ctx.db, actor.organizationId, async (tx) => {
    const [row] = await loadOutcomes(tx, actor, [id])
    const visibility = row && visibilityOf(actor, recordOf(row, await chainsFor(tx, actor, [row])))
    if (!visibility?.isVisible) throw new DomainError('not-found')
    if (!visibility.isHistoryShown || !visibility.isConfidentialShown) return nothing
    const look = await tx.one<{ version: number; at: Date }>(sql`SELECT version, at FROM review_look
      WHERE organization_id = ${actor.organizationId}::uuid AND person_id = ${actor.personId}::uuid AND outcome_id = ${id}::uuid`)
    if (!look) return nothing
    const versions = await tx.rows<VersionRow>(sql`
      (SELECT version, snapshot FROM outcome_version WHERE organization_id = ${actor.organizationId}::uuid AND outcome_id = ${id}::uuid
        AND version <= ${look.version} ORDER BY version DESC LIMIT 1)
      UNION ALL (SELECT version, snapshot FROM outcome_version WHERE organization_id = ${actor.organizationId}::uuid AND outcome_id = ${id}::uuid
        AND version > ${look.version} ORDER BY version DESC LIMIT 1)`)
    const [seen, now] = versions.toSorted((a, b) => a.version - b.version)
    if (!seen?.snapshot || !now?.snapshot) return nothing
    const names = {
      vocabulary: await loadVocabulary(tx, actor),
      people: await namesOf(tx, actor, versions),
      objectives: await objectivesIn(tx, actor, versions),
      programs: await programsIn(tx, actor, versions),
      outcomeId: id,
    }
    const changes = changesBetween(seen.snapshot, now.snapshot, names)
    return { since: changes.length > 0 ? look.at.toISOString() : null, changes }
  })
}
