import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { Agreement } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrgContext } from '../../../platform/http-organization.ts'

/** To what did I agree for this account, and when? Each giving, change and withdrawal, the oldest first. The owner alone asks. */
export async function listAgreements(ctx: OrgContext, { id }: { id: string }): Promise<{ agreements: Agreement[] }> {
  const { organizationId, personId } = ctx.actor
  const rows = await read(ctx.db, organizationId, (tx) =>
    tx.rows<Omit<Agreement, 'at'> & { at: Date }>(sql`
      SELECT c.action, c.purpose, c.visibility, c.consent_text AS "textVersion", c.at
      FROM account_consent c JOIN social_account a ON a.organization_id = c.organization_id AND a.id = c.account_id
      WHERE c.organization_id = ${organizationId}::uuid AND c.account_id = ${id}::uuid AND a.person_id = ${personId}::uuid ORDER BY c.at, c.id`),
  )
  if (rows.length === 0) throw new DomainError('not-found')
  return { agreements: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }
}
