import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { canSeeObjective } from '@oeuvre/domain/objectives/policy'
import { countsFor, propose } from '@oeuvre/domain/objectives/proposal/rules'
import type { ChoicesInput, ChoicesOutput } from '@oeuvre/domain/objectives/schema'
import { chainAbove } from '@oeuvre/domain/objectives/tree/rules'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { chainOfPerson, listRows, readerOf } from './load-objectives.ts'

/**
 * Which objectives a result may name, and which one it most likely serves, by its type and the team of whoever leads it.
 * @throws DomainError not-found (person, type)
 */
export function listChoices(ctx: Pick<OrgContext, 'db' | 'actor'>, input: ChoicesInput): Promise<ChoicesOutput> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    await assertKnown(tx, actor, input)
    const reader = await readerOf(tx, actor)
    const all = await listRows(tx, actor)
    const open = all.filter((row) => !row.isArchived && canSeeObjective(reader, row))
    const on = input.on ?? actor.today
    const teamChain = await chainOfPerson(tx, actor, input.personId ?? actor.personId, on)
    const result = { typeId: input.typeId ?? null, on, teamChain }
    return {
      choices: open.map((row) => ({
        id: row.id,
        title: row.title,
        team: row.teamId !== null && row.teamName !== null ? { id: row.teamId, name: row.teamName } : null,
        counts: countsFor(row, result),
      })),
      proposed: propose(
        open.map((row) => ({ ...row, depth: chainAbove(all, row.id).length - 1 })),
        result,
      ),
    }
  })
}

async function assertKnown(tx: SqlTx, { organizationId }: Actor, { personId, typeId }: ChoicesInput): Promise<void> {
  if (!personId && !typeId) return
  const unknown = await tx.one<{ person: boolean; type: boolean }>(sql`SELECT
    ${personId ?? null}::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM person WHERE organization_id = ${organizationId}::uuid AND id = ${personId ?? null}::uuid) AS person,
    ${typeId ?? null}::uuid IS NOT NULL AND NOT EXISTS (SELECT FROM outcome_type WHERE organization_id = ${organizationId}::uuid AND id = ${typeId ?? null}::uuid) AS type`)
  if (!unknown || unknown.person || unknown.type) throw new DomainError('not-found')
}
