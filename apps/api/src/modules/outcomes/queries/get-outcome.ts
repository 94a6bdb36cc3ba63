import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type OutcomeRecord, standsInFor, visibilityOf, waitsFor, wayUp } from '@oeuvre/domain/outcomes/policy'
import type { OutcomeDetail, PersonRef, WaitsFor } from '@oeuvre/domain/outcomes/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { countEvidence } from '../../links/queries/count-evidence.ts'
import { titlesOf } from '../../objectives/queries/find-objective.ts'
import { programTitles } from '../../programs/queries/find-program.ts'
import { presentDetail, recordOf } from '../present.ts'
import { canSignIn, chainsFor, leadTeamOf, loadChains } from './load-chains.ts'
import { loadFullOutcomes } from './load-outcomes.ts'

/** One outcome, with whom it waits for. @throws DomainError not-found, also for what this reader may not see */
export function getOutcome(ctx: Pick<OrgContext, 'db' | 'actor' | 'now'>, input: { id: string }): Promise<OutcomeDetail> {
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const [row] = await loadFullOutcomes(tx, ctx.actor, [input.id])
    if (!row) throw new DomainError('not-found')
    const isWaiting = row.state === 'submitted' || row.state === 'second-look'
    // Whom it waits for is in the tree as it is; what this reader may do mostly is not.
    const chains = await (isWaiting ? loadChains(tx, ctx.actor, [leadTeamOf(row)]) : chainsFor(tx, ctx.actor, [row]))
    const record = recordOf(row, chains)
    if (!visibilityOf(ctx.actor, record).isVisible) throw new DomainError('not-found')
    const [waits] = isWaiting ? await listWaitsFor(tx, ctx.actor, [record]) : []
    const { objectiveId, programId } = row
    const titles = await titlesOf(tx, ctx.actor, objectiveId ? [objectiveId] : [])
    const programs = await programTitles(tx, ctx.actor, programId ? [programId] : [])
    const visits = await countEvidence(tx, ctx.actor, row.evidence)
    return presentDetail(row, ctx, record, { waitsFor: waits ?? null, titles, programs, visits })
  })
}

type Holder = PersonRef & { readonly isReviewer: boolean; readonly isAdministrator: boolean }

/** Names of those it waits for, of those to ask, and of what was passed over; two statements for a whole page. */
export async function listWaitsFor(tx: SqlTx, actor: Actor, records: readonly OutcomeRecord[]): Promise<WaitsFor[]> {
  const chains = records.flatMap((r) => r.leadChain)
  const people = await listHolders(tx, actor, [
    ...new Set(chains.flatMap((t) => [...t.managerIds, ...(t.standIns ?? []).flatMap((s) => [s.personId, s.forId])])),
  ])
  const teamIds = [...new Set(chains.map((t) => t.teamId))]
  const teams = await tx.rows<{ id: string; name: string }>(sql`
    SELECT id, name FROM team WHERE organization_id = ${actor.organizationId}::uuid AND id = ANY (${teamIds}::uuid[])`)
  const reviewerIds = people.filter((p) => p.isReviewer).map((p) => p.id)
  const administratorIds = people.filter((p) => p.isAdministrator).map((p) => p.id)
  const ref = (id: string | null): PersonRef | null => {
    const person = people.find((p) => p.id === id)
    return person ? { id: person.id, name: person.name } : null
  }
  const teamRef = (id: string | null) => teams.find((t) => t.id === id) ?? null
  const refs = (ids: readonly string[]) => people.flatMap((p) => (ids.includes(p.id) ? [{ id: p.id, name: p.name }] : []))
  return records.map((record) => {
    const { deciders, ask } = waitsFor(record, { reviewerIds, administratorIds })
    const { teamId, passed } = wayUp(record)
    return {
      deciders: refs(deciders).map((person) => ({ ...person, for: ref(standsInFor(person.id, record)) })),
      ask: refs(ask),
      team: teamRef(teamId),
      passed: passed.flatMap(({ teamId: id, personId, why }) => {
        const team = teamRef(id)
        return team ? [{ team, person: ref(personId), why }] : []
      }),
    }
  })
}

function listHolders(tx: SqlTx, actor: Actor, managerIds: readonly string[]): Promise<Holder[]> {
  return tx.rows<Holder>(sql`
    SELECT p.id, p.name, bool_or(r.role = 'reviewer') IS TRUE AS "isReviewer", bool_or(r.role = 'administrator') IS TRUE AS "isAdministrator"
    FROM person p LEFT JOIN role_grant r ON r.organization_id = p.organization_id AND r.person_id = p.id AND r.role IN ('reviewer', 'administrator')
      AND ${canSignIn(sql`${actor.today}::date`)}
    WHERE p.organization_id = ${actor.organizationId}::uuid AND (p.id = ANY (${[...managerIds]}::uuid[]) OR r.role IS NOT NULL)
    GROUP BY p.organization_id, p.id, p.name ORDER BY p.name, p.id`)
}
