import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { waveOf } from '@oeuvre/domain/programs/rules'
import type { JoinProgramInput } from '@oeuvre/domain/programs/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { standingOf } from '../present.ts'
import { listRows } from '../repo.ts'

/**
 * Whoever asks joins, accepts an invitation, or says anew which of their own accounts they use for it. No event: see `ProgramEvent`.
 * @throws DomainError not-found (program, or an account that is not their own), program-ended, forbidden (nobody in person)
 */
export function joinProgram(ctx: CommandContext, { id, accountIds }: JoinProgramInput): Promise<{ id: string }> {
  const { actor } = ctx
  const { organizationId, personId, today } = actor
  return mutate(ctx, async (tx, _emit, { ledger }) => {
    if (actor.kind !== 'person' || personId === null) throw new DomainError('forbidden')
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    const isNew = standingOf(row) !== 'taking-part'
    if (isNew && (row.isArchived || row.to < today)) throw new DomainError('program-ended')
    await tx.run(sql`
      INSERT INTO program_participant (organization_id, program_id, person_id, joined_on, wave)
      VALUES (${organizationId}::uuid, ${id}::uuid, ${personId}::uuid, ${today}::date, ${waveOf(row, today)})
      ON CONFLICT (organization_id, program_id, person_id) DO UPDATE SET joined_on = coalesce(program_participant.joined_on, excluded.joined_on),
        wave = coalesce(program_participant.wave, excluded.wave), left_on = NULL, declined_at = NULL`)
    await nameAccounts(tx, ctx, { id, accountIds })
    ledger.touchFacts()
    return { id }
  })
}

/** Those named before and not now are taken back; their rows stay, for the cohort. */
async function nameAccounts(tx: Tx, { actor }: CommandContext, { id, accountIds }: JoinProgramInput): Promise<void> {
  const { organizationId, personId, today } = actor
  const wanted = [...new Set(accountIds)]
  const own =
    await tx.rows(sql`SELECT id FROM social_account WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid
    AND withdrawn_at IS NULL AND id = ANY (${wanted}::uuid[])`)
  if (own.length !== wanted.length) throw new DomainError({ code: 'not-found', field: 'accountIds' })
  await tx.run(sql`UPDATE program_account SET taken_back_on = ${today}::date WHERE organization_id = ${organizationId}::uuid
    AND program_id = ${id}::uuid AND person_id = ${personId}::uuid AND taken_back_on IS NULL AND NOT account_id = ANY (${wanted}::uuid[])`)
  await tx.run(sql`INSERT INTO program_account (organization_id, program_id, person_id, account_id, named_on)
    SELECT ${organizationId}::uuid, ${id}::uuid, ${personId}::uuid, x, ${today}::date FROM unnest(${wanted}::uuid[]) AS x
    ON CONFLICT (organization_id, program_id, account_id) DO UPDATE SET taken_back_on = NULL`)
}
