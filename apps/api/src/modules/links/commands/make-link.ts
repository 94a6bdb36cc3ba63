import { randomInt } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError, type Refusal } from '@oeuvre/domain/errors/domain-error'
import { codeLength, codeLetters, codeOf } from '@oeuvre/domain/links/codes/rules'
import { readDestination } from '@oeuvre/domain/links/destinations/rules'
import type { LinkEvent } from '@oeuvre/domain/links/events'
import { checkLastDay } from '@oeuvre/domain/links/rules'
import { type LinkView, linkLimits, type MakeLink } from '@oeuvre/domain/links/schema'
import { utmOf } from '@oeuvre/domain/links/utm/rules'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { ownPrograms, viewLink } from '../queries/list-links.ts'
import { listDomains, listRows } from '../repo.ts'

type Making = CommandContext & Pick<OrgContext, 'baseUrl'>

/**
 * A short address for something that its maker shares. Sent twice, it is one.
 * @throws DomainError destination-…, address-…, not-found (program or account that is not their own), last-day-over, too-many, forbidden (nobody in person)
 */
export function makeLink(ctx: Making, input: MakeLink): Promise<LinkView> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit) => {
    if (actor.kind !== 'person' || actor.personId === null) throw new DomainError('forbidden')
    const [before] = await listRows(tx, actor, { id: input.id })
    if (before) return viewLink(tx, ctx, input.id)
    const reading = readDestination(input.destination, await listDomains(tx, actor.organizationId), new URL(ctx.baseUrl).host)
    const programs = input.programId === null ? [] : await ownPrograms(tx, actor)
    const program = programs.find(({ id }) => id === input.programId)
    const refusals: Refusal[] = [
      ...('refusal' in reading ? [reading.refusal] : []),
      ...(input.programId !== null && !program ? [{ code: 'not-found', field: 'programId' } as const] : []),
      ...(await checkAccount(tx, ctx, input)),
      ...checkLastDay(input.lastDay, actor.today),
    ]
    if ('refusal' in reading || refusals.length > 0) throw new DomainError(refusals)
    await store(tx, ctx, { ...input, destination: reading.address }, program?.title ?? null)
    const { place, accountId, programId } = input
    emit({ type: 'link.made', subject: { kind: 'link', id: input.id }, payload: { place, accountId, programId } } satisfies LinkEvent)
    return viewLink(tx, ctx, input.id)
  })
}

/** Shared from an account, it is one's own, living, and of the platform that is named. */
async function checkAccount(tx: Tx, { actor }: Making, { accountId, place }: MakeLink): Promise<Refusal[]> {
  const counted = await tx.one<{ n: number }>(sql`SELECT count(*)::int AS n FROM link
    WHERE organization_id = ${actor.organizationId}::uuid AND person_id = ${actor.personId}::uuid`)
  if ((counted?.n ?? 0) >= linkLimits.perPerson) return [{ code: 'too-many', params: { max: linkLimits.perPerson } }]
  if (accountId === null) return []
  const found =
    await tx.one(sql`SELECT 1 FROM social_account WHERE organization_id = ${actor.organizationId}::uuid AND id = ${accountId}::uuid
    AND person_id = ${actor.personId}::uuid AND platform = ${place} AND withdrawn_at IS NULL`)
  return found === null ? [{ code: 'not-found', field: 'accountId' }] : []
}

/** Under a code that was never given before, to anybody. @throws DomainError conflict: the id is somebody else's */
async function store(tx: Tx, { actor, now }: Making, input: MakeLink, programTitle: string | null): Promise<void> {
  const { organizationId, personId, settings } = actor
  const code = await takeCode(tx, organizationId, input.id)
  const { source, medium, campaign } = utmOf(input.place, code, programTitle)
  const made = await tx.run(sql`
    INSERT INTO link (organization_id, id, person_id, code, destination, place, account_id, program_id, utm_source, utm_medium, utm_campaign, note, last_day, expires_at, created_at)
    VALUES (${organizationId}::uuid, ${input.id}::uuid, ${personId}::uuid, ${code}, ${input.destination}, ${input.place}, ${input.accountId}::uuid,
      ${input.programId}::uuid, ${source}, ${medium}, ${campaign}, ${input.note}, ${input.lastDay}::date,
      (${input.lastDay}::date + 1)::timestamp AT TIME ZONE ${settings.timeZone}, ${now}::timestamptz)
    ON CONFLICT (organization_id, id) DO NOTHING`)
  if (made === 0) throw new DomainError('conflict')
}

async function takeCode(tx: Tx, organizationId: string, linkId: string): Promise<string> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const code = codeOf(Array.from({ length: codeLength }, () => randomInt(codeLetters.length)))
    const taken = await tx.run(
      sql`INSERT INTO link_code (code, organization_id, link_id) VALUES (${code}, ${organizationId}::uuid, ${linkId}::uuid) ON CONFLICT DO NOTHING`,
    )
    if (taken > 0) return code
  }
  throw new Error('five random codes in a row were taken')
}
