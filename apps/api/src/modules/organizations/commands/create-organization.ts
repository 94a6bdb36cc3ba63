import { randomUUIDv7 } from 'node:crypto'
import type { Database } from '@oeuvre/db/database'
import { sql } from '@oeuvre/db/sql'
import { type PrismaTx, writeWithPrisma } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { builtinChannels, builtinReasons, builtinSkills, builtinTypes } from '@oeuvre/domain/organizations/rules'
import type { SetUp } from '@oeuvre/domain/organizations/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'

export type NewOrganization = Omit<SetUp, 'token' | 'password' | 'language'> & {
  readonly language: string | null
  readonly passwordHash: string
  readonly isDemonstration?: boolean
  readonly fiscalYearStartMonth?: number
}
export type CreatedOrganization = { readonly organizationId: OrganizationId; readonly administratorId: string; readonly userId: string }

/**
 * A new tenant with its built-in types, channels, skills and reasons, and its administrator. One of the few places that mint an
 * organization id; all in one transaction, the rows of the sign-in library too.
 * `guard` runs first in that transaction.
 * @throws DomainError slug-taken, email-taken, invalid-input (time zone)
 */
export async function createOrganization(
  db: Database,
  input: NewOrganization,
  guard: (tx: PrismaTx) => Promise<void> = async () => {},
): Promise<CreatedOrganization> {
  const organizationId = randomUUIDv7() as OrganizationId
  if (!isTimeZone(input.timeZone)) throw new DomainError({ code: 'invalid-input', field: 'timeZone' })
  return writeWithPrisma(db, organizationId, async (tx) => {
    await guard(tx)
    const slug = await tx.run(
      sql`INSERT INTO organization_directory (id, slug) VALUES (${organizationId}::uuid, ${input.slug}) ON CONFLICT (slug) DO NOTHING`,
    )
    if (!slug) throw new DomainError({ code: 'slug-taken', field: 'slug' })
    const email = input.email.toLowerCase()
    if (await tx.prisma.user.findUnique({ where: { email }, select: { id: true } }))
      throw new DomainError({ code: 'email-taken', field: 'email' })
    const user = await tx.prisma.user.create({ data: { email, name: input.personName, emailVerified: true, language: input.language } })
    await tx.prisma.authAccount.create({
      data: { userId: user.id, accountId: user.id, providerId: 'credential', password: input.passwordHash },
    })
    await tx.prisma.organization.create({
      data: {
        organizationId,
        name: input.organizationName,
        timeZone: input.timeZone,
        reportingCurrency: input.reportingCurrency,
        isDemonstration: input.isDemonstration ?? false,
        fiscalYearStartMonth: input.fiscalYearStartMonth ?? 1,
      },
    })
    await tx.prisma.organizationVersion.create({ data: { organizationId } })
    const person = await tx.prisma.person.create({
      data: { organizationId, name: input.personName, nameKey: normalisedKey(input.personName), email },
    })
    await tx.prisma.membership.create({ data: { organizationId, userId: user.id, personId: person.id } })
    await tx.prisma.roleGrant.create({ data: { organizationId, personId: person.id, role: 'administrator' } })
    await createVocabulary(tx, organizationId)
    await tx.prisma.event.create({
      data: {
        organizationId,
        type: 'organization.created',
        subjectKind: 'organization',
        subjectId: organizationId,
        actorKind: 'system',
        actorPersonId: person.id,
      },
    })
    return { organizationId, administratorId: person.id, userId: user.id }
  })
}

async function createVocabulary(tx: PrismaTx, organizationId: OrganizationId): Promise<void> {
  await tx.prisma.outcomeType.createMany({ data: builtinTypes.map((t, position) => ({ organizationId, ...t, position })) })
  await tx.prisma.channel.createMany({ data: builtinChannels.map((c, position) => ({ organizationId, ...c, position })) })
  await tx.prisma.skill.createMany({ data: builtinSkills.map((code, position) => ({ organizationId, code, position })) })
  await tx.prisma.reviewReason.createMany({ data: builtinReasons.map((reason) => ({ organizationId, ...reason })) })
}

export function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC'
}
