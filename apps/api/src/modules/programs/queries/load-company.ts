import { type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type CohortAccount, type CohortPerson, type WatchedAccount, watchedUntil } from '@oeuvre/domain/programs/cohort/rules'
import { type Coming, isTellableOn } from '@oeuvre/domain/programs/views/rules'
import type { OwnAmounts } from '@oeuvre/domain/programs/waves/rules'
import { creditsInScope } from '../../credits/visible-to.ts'
import { lastSignUntil } from './phrase-signs.ts'

type Asked = {
  readonly organizationId: string
  readonly timeZone: string
  /** The days of the results, both included. */
  readonly from: string
  readonly until: string
  /** The last day that is looked at: who is in the group, and what is left of their accounts. */
  readonly lookedAt: string
  readonly ledgerVersion: string
  readonly smallestGroup: number
}
type Group = {
  readonly people: readonly CohortPerson[]
  readonly accounts: readonly WatchedAccount[]
  readonly amounts: ReadonlyMap<string, OwnAmounts>
}
type PersonRow = { readonly personId: string; readonly firstResultOn: string | null; readonly bp: string; readonly value: string }

/** All that these people have shares in on these days, whatever it names. */
function loadPeople(tx: SqlTx, { organizationId, from, until, ledgerVersion }: Asked, isOf: Sql): Promise<PersonRow[]> {
  const scope = creditsInScope({ organizationId, reach: null, from, to: until, today: until, ledgerVersion })
  return tx.rows<PersonRow>(sql`
    WITH share AS (SELECT c.person_id, c.outcome_id, c.effective_on, sum(c.count_bp) AS bp,
        sum(CASE WHEN c.value_kind = 'realised' THEN c.reporting_minor END) AS value
      FROM credit c WHERE ${scope} GROUP BY c.person_id, c.outcome_id, c.revision, c.effective_on),
    own AS (SELECT person_id, min(effective_on) FILTER (WHERE bp > 0) AS day, sum(bp) AS bp, sum(value) AS value FROM share GROUP BY 1)
    SELECT m.id AS "personId", o.day AS "firstResultOn", coalesce(o.bp, 0)::bigint::text AS bp, coalesce(o.value, 0)::bigint::text AS value
    FROM person m LEFT JOIN own o ON o.person_id = m.id WHERE m.organization_id = ${organizationId}::uuid AND ${isOf}`)
}

function groupFrom(rows: readonly PersonRow[], accounts: readonly WatchedAccount[], { from }: Asked): Group {
  return {
    people: rows.map(({ personId, firstResultOn }) => ({ personId, joinedOn: from, firstResultOn, hasLed: firstResultOn !== null })),
    accounts,
    amounts: new Map(rows.map(({ personId, bp, value }) => [personId, { resultsBp: BigInt(bp), valueMinor: BigInt(value) }])),
  }
}

/** Of people by their ids, all their results; `accounts` as they are known already. */
export async function loadParticipants(
  tx: SqlTx,
  asked: Asked,
  { ids, accounts }: { readonly ids: readonly string[]; readonly accounts: readonly WatchedAccount[] },
): Promise<Group> {
  return groupFrom(await loadPeople(tx, asked, sql`m.id = ANY (${[...ids]}::uuid[])`), accounts, asked)
}

/**
 * Who are with the organization and had never joined any program by then; as a group, of which nobody is told apart. And how many had.
 * `isTellable`: those who joined since are not so few that it would tell of them.
 */
export async function loadNone(tx: SqlTx, asked: Asked): Promise<Group & { readonly joined: number; readonly isTellable: boolean }> {
  const { organizationId, timeZone, until, lookedAt, smallestGroup } = asked
  const org = sql`${organizationId}::uuid`
  const never = sql`m.status = 'active' AND (m.left_on IS NULL OR m.left_on > ${until}::date) AND NOT EXISTS (SELECT FROM program_participant x
    WHERE x.organization_id = m.organization_id AND x.person_id = m.id AND x.joined_on <= ${lookedAt}::date)`
  const [people, accounts, comings] = await Promise.all([
    loadPeople(tx, asked, never),
    tx.rows<CohortAccount>(sql`
      SELECT a.person_id AS "personId", (a.created_at AT TIME ZONE ${timeZone})::date AS "namedOn", a.closed_on AS "closedOn",
        greatest((a.created_at AT TIME ZONE ${timeZone})::date, ${lastSignUntil(lookedAt, timeZone)}) AS "lastSignOn",
        (a.withdrawn_at AT TIME ZONE ${timeZone})::date AS "unseenFrom"
      FROM social_account a JOIN person m ON m.organization_id = a.organization_id AND m.id = a.person_id
      WHERE a.organization_id = ${org} AND ${never}`),
    tx.rows<Coming>(sql`SELECT person_id AS "personId", min(joined_on) AS "on" FROM program_participant
      WHERE organization_id = ${org} AND joined_on IS NOT NULL GROUP BY 1`),
  ])
  const named = accounts.map(({ personId, namedOn: on }) => ({ personId, on }))
  const then = watchedUntil(
    accounts.filter(({ namedOn }) => namedOn <= lookedAt),
    lookedAt,
  )
  return {
    ...groupFrom(people, isTellableOn(named, lookedAt, smallestGroup) ? then : [], asked),
    joined: comings.filter(({ on }) => on <= lookedAt).length,
    isTellable: isTellableOn(comings, lookedAt, smallestGroup),
  }
}
