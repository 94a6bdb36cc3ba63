import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Leaving } from '@oeuvre/domain/recognition/portfolio/schema'
import { localDay } from '@oeuvre/domain/time/calendar'
import type { OrgContext } from '../../../platform/http-organization.ts'

type Reader = Pick<OrgContext, 'db' | 'actor' | 'mailer' | 'now'>

/** One's own: where one's work goes when one leaves. */
export async function getLeavingAddress({ db, actor, mailer }: Reader): Promise<{ address: string | null; canMail: boolean }> {
  const row = await read(db, actor.organizationId, (tx) =>
    tx.one<{ address: string | null }>(sql`SELECT leaving_address AS address FROM portfolio
      WHERE organization_id = ${actor.organizationId}::uuid AND person_id = ${actor.personId}::uuid`),
  )
  return { address: row?.address ?? null, canMail: mailer !== null }
}

type Row = {
  readonly hasAddress: boolean
  readonly mailState: string | null
  readonly expiresAt: Date | null
  readonly fetchedAt: Date | null
}

/** How somebody who left comes by what is theirs, without any address. @throws DomainError not-found, also of who is still here */
export async function getLeaving({ db, actor, mailer, now }: Reader, { id }: { readonly id: string }): Promise<Leaving> {
  const row = await read(db, actor.organizationId, (tx) =>
    tx.one<Row>(sql`SELECT f.leaving_address IS NOT NULL AS "hasAddress", l.mail_state AS "mailState", l.expires_at AS "expiresAt",
        l.fetched_at AS "fetchedAt"
      FROM person p LEFT JOIN portfolio f ON f.organization_id = p.organization_id AND f.person_id = p.id
      LEFT JOIN portfolio_link l ON l.organization_id = p.organization_id AND l.person_id = p.id
      WHERE p.organization_id = ${actor.organizationId}::uuid AND p.id = ${id}::uuid AND p.status = 'left'`),
  )
  if (!row) throw new DomainError('not-found')
  const { hasAddress, mailState, expiresAt, fetchedAt } = row
  const isGone = mailState === 'sent' || mailState === 'unknown' || mailState === 'refused'
  const stands = expiresAt !== null && expiresAt > now && mailState !== 'waiting' && mailState !== 'refused'
  return {
    willMail: hasAddress && mailer !== null,
    mailed: isGone ? mailState : null,
    expiresOn: stands ? localDay(expiresAt.getTime(), actor.settings.timeZone) : null,
    isFetched: fetchedAt !== null,
  }
}
