import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { recordOf } from '../present.ts'
import { leadTeamOf, loadChains } from './load-chains.ts'
import { loadOutcomes } from './load-outcomes.ts'

/** The file of a piece of evidence, for those who may see the evidence of its outcome now. @throws DomainError not-found */
export function findEvidenceFile(
  ctx: Pick<OrgContext, 'db' | 'actor'>,
  input: { id: string; evidenceId: string },
): Promise<{ fileId: string }> {
  const { organizationId } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => {
    const [row] = await loadOutcomes(tx, ctx.actor, [input.id])
    if (!row) throw new DomainError('not-found')
    const record = recordOf(row, await loadChains(tx, ctx.actor, [leadTeamOf(row)]))
    const { isVisible, isEvidenceShown } = visibilityOf(ctx.actor, record)
    if (!isVisible || !isEvidenceShown) throw new DomainError('not-found')
    const found = await tx.one<{ fileId: string }>(sql`
      SELECT file_id AS "fileId" FROM evidence
      WHERE organization_id = ${organizationId}::uuid AND id = ${input.evidenceId}::uuid AND outcome_id = ${input.id}::uuid AND file_id IS NOT NULL`)
    if (!found) throw new DomainError('not-found')
    return found
  })
}
