import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type Amounts, type CohortAccount, type CohortFacts, type CohortPerson, watchedUntil } from '@oeuvre/domain/programs/cohort/rules'
import { isTellableOn } from '@oeuvre/domain/programs/views/rules'
import type { ViewedDays } from '@oeuvre/domain/programs/views/schema'
import type { OwnAmounts } from '@oeuvre/domain/programs/waves/rules'
import { creditsInScope } from '../../credits/visible-to.ts'
import { lastSignUntil } from './phrase-signs.ts'

type Asked = {
  readonly organizationId: string
  readonly timeZone: string
  readonly ids: readonly string[]
  /** The first day of the results that count; null: whatever their day. */
  readonly from: string | null
  /** The last day that is looked at, included. */
  readonly until: string
  readonly ledgerVersion: string
  readonly smallestGroup: number
}
export type LoadedCohort = Amounts &
  Pick<CohortFacts, 'people' | 'accounts'> & {
    /** Of each person with a share, joined or not. */
    readonly amounts: ReadonlyMap<string, OwnAmounts>
    readonly waveOf: ReadonlyMap<string, number>
    readonly withheld: ViewedDays['withheld']
    /** Nobody joined since. */
    readonly isComplete: boolean
  }
type Of<T> = T & { readonly programId: string }
/** Person, first day with a share, whether there is one of the days that count, basis points and minor units of their shares of those. */
type OwnRow = readonly [personId: string, firstOn: string | null, hasLed: boolean, bp: string, value: string]
type Joined = Omit<CohortPerson, 'firstResultOn' | 'hasLed'> & { readonly wave: number }
type ResultRow = {
  readonly outcomes: number
  readonly bp: string
  readonly value: string
  readonly owns: readonly OwnRow[] | null
}

/** What became of programs, by their ids: who joined up to the day, their accounts, and the ledger of the whole organization. */
export async function loadCohorts(tx: SqlTx, asked: Asked): Promise<ReadonlyMap<string, LoadedCohort>> {
  if (asked.ids.length === 0) return new Map()
  const [results, people, accounts] = await Promise.all([loadResults(tx, asked), loadPeople(tx, asked), loadAccounts(tx, asked)])
  const peopleOf = Map.groupBy(people, ({ programId }) => programId)
  const accountsOf = Map.groupBy(accounts, ({ programId }) => programId)
  const resultsOf = new Map(results.map((row) => [row.programId, row]))
  return new Map(
    asked.ids.map((id) => [
      id,
      { ...groupOn(peopleOf.get(id) ?? [], accountsOf.get(id) ?? [], asked, resultsOf.get(id)), ...amountsFrom(resultsOf.get(id)) },
    ]),
  )
}

/** Who had joined by then, and their accounts; nobody where it would tell of the few who came between. */
function groupOn(people: readonly Joined[], accounts: readonly CohortAccount[], { until, smallestGroup }: Asked, row?: ResultRow) {
  const firsts = new Map((row?.owns ?? []).map(([personId, firstResultOn, hasLed]) => [personId, { firstResultOn, hasLed }]))
  const comings = people.map(({ personId, joinedOn: on }) => ({ personId, on }))
  const named = accounts.map(({ personId, namedOn: on }) => ({ personId, on }))
  const withheld = { people: !isTellableOn(comings, until, smallestGroup), accounts: !isTellableOn(named, until, smallestGroup) }
  const joined = withheld.people ? [] : people.filter(({ joinedOn }) => joinedOn <= until)
  return {
    people: joined.map(
      ({ personId, joinedOn }): CohortPerson => ({ personId, joinedOn, firstResultOn: null, hasLed: false, ...firsts.get(personId) }),
    ),
    accounts: withheld.accounts
      ? []
      : watchedUntil(
          accounts.filter(({ namedOn }) => namedOn <= until),
          until,
        ),
    waveOf: new Map(joined.map(({ personId, wave }) => [personId, wave])),
    withheld,
    isComplete: people.every(({ joinedOn }) => joinedOn <= until) && accounts.every(({ namedOn }) => namedOn <= until),
  }
}

function amountsFrom(row?: ResultRow) {
  const owns = row?.owns ?? []
  return {
    amounts: new Map(owns.map(([personId, , , bp, value]) => [personId, { resultsBp: BigInt(bp), valueMinor: BigInt(value) }])),
    ...{ outcomes: row?.outcomes ?? 0, resultsBp: BigInt(row?.bp ?? 0), valueMinor: BigInt(row?.value ?? 0) },
  }
}

/** As on the impact page: only realised value is value. `owns`: of each person, joined or not. */
function loadResults(tx: SqlTx, { organizationId, ids, from, until, ledgerVersion }: Asked): Promise<Of<ResultRow>[]> {
  const scope = creditsInScope({ organizationId, program: ids, reach: null, from: null, to: until, today: until, ledgerVersion })
  const counts = from === null ? sql`TRUE` : sql`c.effective_on >= ${from}::date`
  return tx.rows<Of<ResultRow>>(sql`
    WITH share AS MATERIALIZED (
      SELECT c.program_id, c.outcome_id, c.revision, c.person_id, c.effective_on, ${counts} AS counts, sum(c.count_bp) AS bp,
        sum(CASE WHEN c.value_kind = 'realised' THEN c.reporting_minor END) AS value
      FROM credit c WHERE ${scope} GROUP BY 1, 2, 3, 4, 5, 6),
    result AS (
      SELECT program_id, (count(*) FILTER (WHERE bp <> 0))::int AS outcomes, coalesce(sum(bp), 0)::bigint::text AS bp, coalesce(sum(value), 0)::bigint::text AS value
      FROM (SELECT program_id, sum(bp) FILTER (WHERE counts) AS bp, sum(value) FILTER (WHERE counts) AS value FROM share
        GROUP BY program_id, outcome_id, revision) o GROUP BY 1),
    own AS (
      SELECT program_id, json_agg(json_build_array(person_id, day, led, bp::text, value::text)) AS owns
      FROM (SELECT program_id, person_id, min(effective_on) FILTER (WHERE bp > 0) AS day, coalesce(bool_or(bp > 0 AND counts), FALSE) AS led,
          coalesce(sum(bp) FILTER (WHERE counts), 0) AS bp, coalesce(sum(value) FILTER (WHERE counts), 0)::bigint AS value
        FROM share GROUP BY 1, 2) p GROUP BY 1)
    SELECT r.program_id AS "programId", r.outcomes, r.bp, r.value, o.owns FROM result r LEFT JOIN own o USING (program_id)`)
}

/** All of them, those who joined later too. */
function loadPeople(tx: SqlTx, { organizationId, ids }: Asked): Promise<Of<Joined>[]> {
  return tx.rows(sql`
    SELECT program_id AS "programId", person_id AS "personId", joined_on AS "joinedOn", coalesce(wave, 1) AS wave FROM program_participant
    WHERE organization_id = ${organizationId}::uuid AND program_id = ANY (${[...ids]}::uuid[]) AND joined_on IS NOT NULL`)
}

function loadAccounts(tx: SqlTx, { organizationId, timeZone, ids, until }: Asked): Promise<Of<CohortAccount>[]> {
  return tx.rows(sql`
    SELECT x.program_id AS "programId", x.person_id AS "personId", x.named_on AS "namedOn", a.closed_on AS "closedOn",
      greatest(x.named_on, ${lastSignUntil(until, timeZone)}) AS "lastSignOn",
      least(p.left_on, x.taken_back_on, m.left_on, (a.withdrawn_at AT TIME ZONE ${timeZone})::date) AS "unseenFrom"
    FROM program_account x
    JOIN program_participant p ON p.organization_id = x.organization_id AND p.program_id = x.program_id AND p.person_id = x.person_id
    JOIN person m ON m.organization_id = x.organization_id AND m.id = x.person_id
    JOIN social_account a ON a.organization_id = x.organization_id AND a.id = x.account_id
    WHERE x.organization_id = ${organizationId}::uuid AND x.program_id = ANY (${[...ids]}::uuid[])`)
}
