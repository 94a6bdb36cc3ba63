import { sql } from '@oeuvre/db/sql'
import { readSnapshot, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { type BesideFacts, besideOf } from '@oeuvre/domain/programs/beside/rules'
import { type CohortReader, cohortOf } from '@oeuvre/domain/programs/cohort/rules'
import type { CohortInCompany } from '@oeuvre/domain/programs/company/schema'
import { mayKnowValue } from '@oeuvre/domain/programs/policy'
import { daysOfView } from '@oeuvre/domain/programs/views/rules'
import type { CohortInput } from '@oeuvre/domain/programs/views/schema'
import { groupOf, wavesOf } from '@oeuvre/domain/programs/waves/rules'
import { endOfDay } from '@oeuvre/domain/time/calendar'
import { earlierDay, laterDay } from '@oeuvre/domain/time/day'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { listRows, type ProgramRow } from '../repo.ts'
import { besideFacts } from './load-beside.ts'
import { type LoadedCohort, loadCohorts } from './load-cohorts.ts'
import { loadNone, loadParticipants } from './load-company.ts'

type Known = { readonly days: ReturnType<typeof daysOfView>; readonly ledgerVersion: string }

/**
 * What became of everybody who joined a program, whoever asks, beside other programs and whoever takes part in none; numbers about
 * people from the smallest group up, also between the days that may be asked about.
 * @throws DomainError not-found
 */
export function getCohort(ctx: Pick<OrgContext, 'db' | 'actor'>, { id, ...view }: CohortInput): Promise<CohortInCompany> {
  const { actor } = ctx
  const { organizationId, settings, today } = actor
  const days = daysOfView(view, today, settings)
  return readSnapshot(ctx.db, organizationId, async (tx) => {
    const known = { days, ledgerVersion: await versionOf(tx, actor, days.asOf) }
    const rows = (await listRows(tx, actor)).filter((row) => row.id === id || row.from <= days.until)
    const row = rows.find((one) => one.id === id)
    if (!row) throw new DomainError('not-found')
    const { timeZone, smallestGroup } = settings
    const asked = { organizationId, timeZone, smallestGroup, ledgerVersion: known.ledgerVersion, from: days.from, until: days.until }
    const cohorts = await loadCohorts(tx, { ...asked, ids: rows.map((one) => one.id) })
    const all = rows.flatMap((one) => besideFacts(actor, one, cohorts.get(one.id), days.until) ?? [])
    const own = all.find((one) => one.id === id)
    const loaded = cohorts.get(id)
    if (!own || !loaded) throw new DomainError('not-found')
    const isCut = days.from !== null && days.from > row.from
    const reader = { smallestGroup, knowsValue: own.knowsValue, knowsBudget: own.knowsBudget && !isCut }
    return {
      ...cohortOf(own, reader),
      ...{ period: days.period, asOf: days.asOf, lookedAt: days.until, ledgerVersion: known.ledgerVersion },
      ...{ isToCome: row.from > days.until, isCut, withheld: loaded.withheld },
      waves: row.waves > 1 ? wavesThen(loaded, row.waves, reader) : [],
      others: besideOf(
        all.filter((one) => one.id !== id),
        smallestGroup,
      ).programs,
      ...(await groupsOf(tx, actor, row, own, known)),
    }
  })
}

async function versionOf(tx: SqlTx, { organizationId, settings }: Actor, asOf: string | null): Promise<string> {
  const instant = asOf === null ? null : new Date(endOfDay(asOf, settings.timeZone))
  const row = await tx.one<{ version: string }>(sql`
    SELECT CASE WHEN ${instant}::timestamptz IS NULL THEN ledger_version ELSE ledger_version_before(organization_id, ${instant}::timestamptz) END::text AS version
    FROM organization_version WHERE organization_id = ${organizationId}::uuid`)
  return row?.version ?? '0'
}

/** Of a day after which somebody joined they would tell by the differences between days; they stand there and say nothing. */
function wavesThen({ waveOf, ...loaded }: LoadedCohort, count: number, reader: CohortReader) {
  const group = loaded.isComplete ? loaded : { people: [], accounts: [], amounts: loaded.amounts }
  return wavesOf(group, { count, of: waveOf }, reader)
}

/** Those of the program and those of none, on the program's days within the period. */
async function groupsOf(tx: SqlTx, actor: Actor, row: ProgramRow, own: BesideFacts, { days, ledgerVersion }: Known) {
  const { organizationId, settings } = actor
  const { smallestGroup, timeZone } = settings
  const span = { from: days.from === null ? row.from : laterDay(row.from, days.from), until: earlierDay(row.to, days.until) }
  // What people do elsewhere is no owner's to know.
  const beside = { smallestGroup, knowsValue: mayKnowValue(actor, { ownerId: '' }) }
  if (span.from > span.until)
    return { ...span, participants: groupOf({ people: [], accounts: [], amounts: new Map() }, beside), none: null }
  const asked = { organizationId, timeZone, smallestGroup, ...span, lookedAt: days.until, ledgerVersion }
  const none = await loadNone(tx, asked)
  const participants = await loadParticipants(tx, asked, {
    ids: own.people.map(({ personId }) => personId),
    accounts: own.accounts,
  })
  const areEnough = none.isTellable && none.people.length >= smallestGroup && none.joined >= smallestGroup
  return { ...span, participants: groupOf(participants, beside), none: areEnough ? groupOf(none, beside) : null }
}
