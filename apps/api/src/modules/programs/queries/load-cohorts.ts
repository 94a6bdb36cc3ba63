import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type Amounts, type CohortAccount, type CohortFacts, type CohortPerson, watchedUntil } from '@oeuvre/domain/programs/cohort/rules'
import type { OwnAmounts } from '@oeuvre/domain/programs/waves/rules'
import { creditsInScope } from '../../credits/visible-to.ts'

type Asked = {
  readonly organizationId: string
  readonly timeZone: string
  readonly ids: readonly string[]
  /** The last day that is looked at, included. */
  readonly until: string
  /** null: the ledger as it stands. */
  readonly ledgerVersion: string | null
}
export type LoadedCohort = Amounts &
  Pick<CohortFacts, 'people' | 'accounts'> & {
    /** Of each person with a share, joined or not. */
    readonly amounts: ReadonlyMap<string, OwnAmounts>
    readonly waveOf: ReadonlyMap<string, number>
  }
type Of<T> = T & { readonly programId: string }
/** Person, first day with a share, basis points and minor units of all their shares. */
type OwnRow = readonly [personId: string, firstOn: string | null, bp: string, value: string]
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
    asked.ids.map((id) => {
      const row = resultsOf.get(id)
      const owns = row?.owns ?? []
      const firsts = new Map(owns.map(([personId, firstOn]) => [personId, firstOn]))
      const joined = peopleOf.get(id) ?? []
      return [
        id,
        {
          people: joined.map(
            ({ personId, joinedOn }): CohortPerson => ({ personId, joinedOn, firstResultOn: firsts.get(personId) ?? null }),
          ),
          accounts: watchedUntil(accountsOf.get(id) ?? [], asked.until),
          amounts: new Map(owns.map(([personId, , bp, value]) => [personId, { resultsBp: BigInt(bp), valueMinor: BigInt(value) }])),
          waveOf: new Map(joined.map(({ personId, wave }) => [personId, wave])),
          ...{ outcomes: row?.outcomes ?? 0, resultsBp: BigInt(row?.bp ?? 0), valueMinor: BigInt(row?.value ?? 0) },
        },
      ]
    }),
  )
}

/** As on the impact page: only realised value is value. `owns`: of each person, joined or not. */
function loadResults(tx: SqlTx, { organizationId, ids, until, ledgerVersion }: Asked): Promise<Of<ResultRow>[]> {
  const scope = creditsInScope({
    ...{ organizationId, program: ids, reach: null, from: null, to: until, today: until },
    ...(ledgerVersion !== null && { ledgerVersion }),
  })
  return tx.rows<Of<ResultRow>>(sql`
    WITH share AS MATERIALIZED (
      SELECT c.program_id, c.outcome_id, c.revision, c.person_id, c.effective_on, sum(c.count_bp) AS bp,
        sum(CASE WHEN c.value_kind = 'realised' THEN c.reporting_minor END) AS value
      FROM credit c WHERE ${scope} GROUP BY 1, 2, 3, 4, 5),
    result AS (
      SELECT program_id, (count(*) FILTER (WHERE bp <> 0))::int AS outcomes, sum(bp)::bigint::text AS bp, coalesce(sum(value), 0)::bigint::text AS value
      FROM (SELECT program_id, sum(bp) AS bp, sum(value) AS value FROM share GROUP BY program_id, outcome_id, revision) o GROUP BY 1),
    own AS (
      SELECT program_id, json_agg(json_build_array(person_id, day, bp::text, value::text)) AS owns
      FROM (SELECT program_id, person_id, min(effective_on) FILTER (WHERE bp > 0) AS day, sum(bp) AS bp, coalesce(sum(value), 0)::bigint AS value
        FROM share GROUP BY 1, 2) p GROUP BY 1)
    SELECT r.program_id AS "programId", r.outcomes, r.bp, r.value, o.owns FROM result r LEFT JOIN own o USING (program_id)`)
}

function loadPeople(
  tx: SqlTx,
  { organizationId, ids, until }: Asked,
): Promise<Of<Omit<CohortPerson, 'firstResultOn'> & { readonly wave: number }>[]> {
  return tx.rows(sql`
    SELECT program_id AS "programId", person_id AS "personId", joined_on AS "joinedOn", coalesce(wave, 1) AS wave FROM program_participant
    WHERE organization_id = ${organizationId}::uuid AND program_id = ANY (${[...ids]}::uuid[]) AND joined_on <= ${until}::date`)
}

function loadAccounts(tx: SqlTx, { organizationId, timeZone, ids, until }: Asked): Promise<Of<CohortAccount>[]> {
  return tx.rows(sql`
    SELECT x.program_id AS "programId", x.person_id AS "personId", x.named_on AS "namedOn", a.closed_on AS "closedOn",
      greatest(x.named_on, a.used_on, a.last_result_on, a.visited_on, (a.posted_at AT TIME ZONE ${timeZone})::date) AS "lastSignOn",
      least(p.left_on, x.taken_back_on, m.left_on, (a.withdrawn_at AT TIME ZONE ${timeZone})::date) AS "unseenFrom"
    FROM program_account x
    JOIN program_participant p ON p.organization_id = x.organization_id AND p.program_id = x.program_id AND p.person_id = x.person_id
    JOIN person m ON m.organization_id = x.organization_id AND m.id = x.person_id
    JOIN social_account a ON a.organization_id = x.organization_id AND a.id = x.account_id
    WHERE x.organization_id = ${organizationId}::uuid AND x.program_id = ANY (${[...ids]}::uuid[]) AND x.named_on <= ${until}::date`)
}
