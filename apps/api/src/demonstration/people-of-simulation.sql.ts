import { type Sql, sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'

export type AccountRow = {
  readonly id: string
  readonly personId: string
  readonly handle: string
  /** Days in the past. */
  readonly namedOn: string
  readonly lastSignOn: string
  readonly leftOn: string | null
  /** null: of no program. */
  readonly programId: string | null
  readonly wave: number | null
}

/** Rows of so many columns, as they are given. */
const from = (rows: readonly object[], columns: Sql) => sql`json_to_recordset(${JSON.stringify(rows)}::json) AS x (${columns})`

/** More than a thousand people, in one statement each: nobody of them ever signs in. */
export async function insertPeople(
  tx: Tx,
  { organizationId, teamId }: { readonly organizationId: string; readonly teamId: string },
  people: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  const rows = people.map(({ id, name }) => ({ id, name, key: normalisedKey(name) }))
  await tx.run(sql`INSERT INTO person (organization_id, id, name, name_key) SELECT ${organizationId}::uuid, x.id, x.name, x.key
    FROM ${from(rows, sql`id uuid, name text, key text`)}`)
  await tx.run(sql`INSERT INTO team_membership (organization_id, person_id, team_id)
    SELECT ${organizationId}::uuid, x.id, ${teamId}::uuid FROM ${from(rows, sql`id uuid`)}`)
}

/** Each registered, agreed to, joined with and used on its days. */
export async function insertAccounts(tx: Tx, organizationId: string, accounts: readonly AccountRow[]): Promise<void> {
  const org = sql`${organizationId}::uuid`
  const rows = accounts.map((row) => ({ ...row, address: `https://www.linkedin.com/in/${row.handle}`, key: `linkedin:${row.handle}` }))
  const account = sql`id uuid, "personId" uuid, handle text, address text, key text, "namedOn" date, "lastSignOn" date`
  await tx.run(sql`
    INSERT INTO social_account (organization_id, id, person_id, platform, address, handle, address_key, purpose, visibility, consented_at, consent_text, used_on, created_at, updated_at)
    SELECT ${org}, x.id, x."personId", 'linkedin', x.address, x.handle, x.key, 'work', 'managers', x."namedOn", ${consentTextVersion},
      nullif(x."lastSignOn", x."namedOn"), x."namedOn" + time '12:00', x."namedOn" + time '12:00' FROM ${from(rows, account)}`)
  await tx.run(sql`
    INSERT INTO account_consent (organization_id, account_id, action, purpose, visibility, consent_text, at)
    SELECT ${org}, x.id, 'given', 'work', 'managers', ${consentTextVersion}, x."namedOn" + time '12:00' FROM ${from(rows, account)}`)
  await tx.run(sql`
    INSERT INTO account_use (organization_id, account_id, used_on)
    SELECT ${org}, x.id, x."lastSignOn" FROM ${from(rows, account)} WHERE x."lastSignOn" > x."namedOn"`)
  const joined = rows.filter(({ programId }) => programId !== null)
  await tx.run(sql`
    INSERT INTO program_participant (organization_id, program_id, person_id, joined_on, left_on, wave)
    SELECT ${org}, x."programId", x."personId", x."namedOn", x."leftOn", x.wave
    FROM ${from(joined, sql`"programId" uuid, "personId" uuid, "namedOn" date, "leftOn" date, wave int`)}`)
  await tx.run(sql`
    INSERT INTO program_account (organization_id, program_id, person_id, account_id, named_on)
    SELECT ${org}, x."programId", x."personId", x.id, x."namedOn"
    FROM ${from(joined, sql`"programId" uuid, "personId" uuid, id uuid, "namedOn" date`)}`)
}
