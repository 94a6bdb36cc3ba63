import { sql } from '@oeuvre/db/sql'
import { readSnapshot, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { currencyDigits } from '@oeuvre/domain/money/currencies'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type Participation, shownToCoaches } from '@oeuvre/domain/programs/participation/rules'
import { knowsParticipants, mayKnowBudget } from '@oeuvre/domain/programs/policy'
import type { ProgramPage } from '@oeuvre/domain/programs/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { titlesOf } from '../../objectives/queries/find-objective.ts'
import { presentProgram, recordOf } from '../present.ts'
import { listRows } from '../repo.ts'

/**
 * One program. Who takes part is for its owner and coaches; whoever left or said no is told apart from nobody.
 * @throws DomainError not-found
 */
export function getProgram(ctx: Pick<OrgContext, 'db' | 'actor'>, { id }: { id: string }): Promise<ProgramPage> {
  const { actor } = ctx
  const { today, settings } = actor
  return readSnapshot(ctx.db, actor.organizationId, async (tx) => {
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    const record = recordOf(row)
    const titles = await titlesOf(tx, actor, row.objectiveId === null ? [] : [row.objectiveId])
    const isBudgetShown = mayKnowBudget(actor, record)
    const item = presentProgram(row, actor, titles)
    return {
      program: {
        ...item,
        why: row.why,
        coaches: [...row.coaches],
        waves: row.waves,
        budgetMinor: isBudgetShown ? row.budgetMinor : null,
        hours: isBudgetShown ? row.hours : null,
        isBudgetShown,
        ownAccountIds: item.own === 'taking-part' ? await listOwnAccounts(tx, actor, id) : [],
      },
      people: knowsParticipants(actor, record) ? await listPeople(tx, actor, id) : null,
      currency: settings.reportingCurrency,
      digits: currencyDigits(settings.reportingCurrency) ?? 2,
      today,
      smallestGroup: settings.smallestGroup,
    }
  })
}

async function listOwnAccounts(tx: SqlTx, { organizationId, personId }: Actor, id: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT a.id FROM program_account x JOIN social_account a ON a.organization_id = x.organization_id AND a.id = x.account_id
    WHERE x.organization_id = ${organizationId}::uuid AND x.program_id = ${id}::uuid AND x.person_id = ${personId}::uuid
      AND x.taken_back_on IS NULL AND a.withdrawn_at IS NULL ORDER BY a.id`)
  return rows.map((row) => row.id)
}

type PersonRow = Participation & { readonly id: string; readonly name: string }

async function listPeople(tx: SqlTx, { organizationId }: Actor, id: string): Promise<NonNullable<ProgramPage['people']>> {
  const rows = await tx.rows<PersonRow>(sql`
    SELECT p.id, p.name, x.invited_at IS NOT NULL AS "isInvited", x.declined_at IS NOT NULL AS "hasDeclined", x.joined_on AS "joinedOn", x.left_on AS "leftOn"
    FROM program_participant x JOIN person p ON p.organization_id = x.organization_id AND p.id = x.person_id
    WHERE x.organization_id = ${organizationId}::uuid AND x.program_id = ${id}::uuid AND p.status = 'active' ORDER BY p.name_key, p.id`)
  return rows.flatMap((row) => {
    const shown = shownToCoaches(row)
    return shown ? [{ id: row.id, name: row.name, ...shown }] : []
  })
}
