import { randomUUID } from 'node:crypto'
import { writeWithPrisma } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Actor, GrantableRole } from '@oeuvre/domain/organizations/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { createOrganization } from '../src/modules/organizations/commands/create-organization.ts'
import { openActor } from '../src/platform/gate.ts'
import type { CommandContext } from '../src/platform/mutate.ts'
import { sessionToken } from '../src/platform/session.ts'
import { type Api, type Client, client, cookieFor } from './harness.ts'

export type Someone = {
  readonly personId: string
  readonly userId: string
  readonly cookie: string
  readonly call: Client
  readonly slug: string
}
export type Tenant = { readonly organizationId: OrganizationId; readonly slug: string; readonly administrator: Someone }

/** An organization with its built-in vocabulary and an administrator who can call. */
export async function makeTenant(api: Api, over: { slug?: string; timeZone?: string; reportingCurrency?: string } = {}): Promise<Tenant> {
  const slug = over.slug ?? `t${randomUUID().slice(0, 8)}`
  const created = await createOrganization(api.db, {
    organizationName: slug.toUpperCase(),
    slug,
    timeZone: over.timeZone ?? 'Europe/Paris',
    reportingCurrency: over.reportingCurrency ?? 'EUR',
    personName: 'Ada Admin',
    email: `ada@${slug}.example`,
    language: 'en',
    passwordHash: 'none',
  })
  const cookie = await cookieFor(api, created.userId)
  const administrator = { personId: created.administratorId, userId: created.userId, cookie, call: client(api, cookie, slug), slug }
  return { organizationId: created.organizationId, slug, administrator }
}

export async function makeTeam(api: Api, t: Tenant, name: string, parentId: string | null = null): Promise<string> {
  const organizationId = t.organizationId
  return writeWithPrisma(api.db, organizationId, async (tx) => {
    const team = await tx.prisma.team.create({ data: { organizationId, name, nameKey: normalisedKey(name) } })
    await tx.prisma.teamPlacement.create({ data: { organizationId, teamId: team.id, parentId } })
    return team.id
  })
}

/** A person, without login. */
export async function makePerson(
  api: Api,
  t: Tenant,
  name: string,
  over: { teamId?: string; manages?: string[]; roles?: GrantableRole[]; leftOn?: string } = {},
): Promise<string> {
  const organizationId = t.organizationId
  return writeWithPrisma(api.db, organizationId, async (tx) => {
    const leftOn = over.leftOn ? new Date(`${over.leftOn}T00:00:00Z`) : null
    const person = await tx.prisma.person.create({ data: { organizationId, name, nameKey: normalisedKey(name), leftOn } })
    if (over.teamId) await tx.prisma.teamMembership.create({ data: { organizationId, personId: person.id, teamId: over.teamId } })
    for (const teamId of over.manages ?? []) await tx.prisma.teamManager.create({ data: { organizationId, personId: person.id, teamId } })
    for (const role of over.roles ?? []) await tx.prisma.roleGrant.create({ data: { organizationId, personId: person.id, role } })
    return person.id
  })
}

/** A person with a login, who can call. */
export async function makeSomeone(api: Api, t: Tenant, name: string, over: Parameters<typeof makePerson>[3] = {}): Promise<Someone> {
  const organizationId = t.organizationId
  const personId = await makePerson(api, t, name, over)
  const userId = await writeWithPrisma(api.db, organizationId, async (tx) => {
    const user = await tx.prisma.user.create({ data: { email: `${personId}@${t.slug}.example`, name, emailVerified: true } })
    await tx.prisma.membership.create({ data: { organizationId, userId: user.id, personId } })
    return user.id
  })
  const cookie = await cookieFor(api, userId)
  return { personId, userId, cookie, call: client(api, cookie, t.slug), slug: t.slug }
}

/** The context of a command called directly, as this person. */
export async function contextOf(
  api: Api,
  who: Someone,
  now: Date = new Date(),
): Promise<CommandContext & { actor: Actor & { personId: string } }> {
  const { actor } = await openActor(api.db, sessionToken(who.cookie, api.config.secret), who.slug)
  return { db: api.db, actor, requestId: 'test', now, enqueue: api.deps.enqueue }
}
