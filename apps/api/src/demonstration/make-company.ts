import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { writeWithPrisma } from '@oeuvre/db/tenant'
import { readAddress } from '@oeuvre/domain/accounts/addresses/rules'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { CreatePersonInput, CreateTeamInput } from '@oeuvre/domain/people/schema'
import type { Scenario, SeedPerson } from '@oeuvre/seed/scenario'
import { registerAccount } from '../modules/accounts/commands/register-account.ts'
import { demonstrationPrefix } from '../modules/identity/queries/list-demonstration.ts'
import { grantRole } from '../modules/organizations/commands/change-role.ts'
import { createOrganization } from '../modules/organizations/commands/create-organization.ts'
import { saveSettings } from '../modules/organizations/commands/save-settings.ts'
import { createPerson } from '../modules/people/commands/create-person.ts'
import { createTeam } from '../modules/people/commands/create-team.ts'
import { endPerson } from '../modules/people/commands/end-person.ts'
import { setManagers } from '../modules/people/commands/set-managers.ts'
import { openActor } from '../platform/gate.ts'
import type { Enqueue } from '../platform/jobs.ts'
import type { CommandContext } from '../platform/mutate.ts'
import type { Deps } from '../trpc/context.ts'

export type Member = { readonly id: string; readonly userId: string; readonly token: string }
/** A company with its people signed in, for the commands that follow. */
export type Company = {
  readonly scenario: Scenario
  readonly members: ReadonlyMap<string, Member>
  readonly teams: ReadonlyMap<string, string>
  /** The context of a command given by this person at that time, through the same gate as everybody's. */
  as(key: string, now: Date): Promise<CommandContext>
  /** YYYY-MM-DD, so many days ago in the company's zone. */
  dayAgo(days: number): string
}

export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`the scenario names no ${what}`)
  return value
}

const emailOf = (s: Scenario, p: SeedPerson) => `${p.key}@${s.slug}.example`

/** Nobody has a password here: demonstration people are signed in by one click, on loopback only. */
async function signUp(deps: Deps, organizationId: string, s: Scenario, p: SeedPerson, personId: string): Promise<Member> {
  const userId = await writeWithPrisma(deps.db, organizationId as Actor['organizationId'], async (tx) => {
    const user = await tx.prisma.user.create({ data: { email: emailOf(s, p), name: p.name, emailVerified: true, language: s.language } })
    await tx.prisma.membership.create({ data: { organizationId, userId: user.id, personId } })
    return user.id
  })
  return { id: personId, userId, token: await session(deps, userId) }
}

async function session(deps: Deps, userId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await deps.db.prisma.session.create({ data: { token, userId, expiresAt: new Date(Date.now() + 3_600_000) } })
  return token
}

const newsDays = 5

export async function makeCompany(deps: Deps, scenario: Scenario): Promise<Company> {
  const s = scenario
  const administrator = must(
    s.people.find((p) => p.roles?.includes('administrator')),
    'administrator',
  )
  const created = await createOrganization(deps.db, {
    ...{ organizationName: s.name, slug: s.slug, timeZone: s.timeZone, reportingCurrency: s.reportingCurrency, language: s.language },
    ...{
      personName: administrator.name,
      email: emailOf(s, administrator),
      passwordHash: `none:${randomBytes(16).toString('hex')}`,
      isDemonstration: true,
    },
  })
  const first: Member = { id: created.administratorId, userId: created.userId, token: await session(deps, created.userId) }
  const members = new Map([[administrator.key, first]])
  const contexts = new Map<string, Actor>()
  const as = async (key: string, now: Date): Promise<CommandContext> => {
    const actor = contexts.get(key) ?? (await openActor(deps.db, must(members.get(key), `person ${key}`).token, s.slug)).actor
    contexts.set(key, actor)
    // Nobody finds the news of months unread: only the last days are told, and at once.
    const isNews = Date.now() - now.getTime() < newsDays * 86_400_000
    const enqueue: Enqueue = async (tx, queue, payload) => {
      if (queue !== 'tell' || isNews) await deps.enqueue(tx, queue, payload)
    }
    return { db: deps.db, actor, requestId: null, now, enqueue }
  }
  const admin = await as(administrator.key, new Date())
  const teams = await makeTeams(admin, s)
  const company: Company = { scenario: s, members, teams, as, dayAgo: (days) => daysBefore(admin.actor.today, days) }
  for (const p of s.people) {
    const team = p.team && { teamId: must(teams.get(p.team), `team ${p.team}`), from: null }
    if (p !== administrator) {
      const { id } = await createPerson(
        admin,
        CreatePersonInput.parse({ id: randomUUIDv7(), name: p.name, email: emailOf(s, p), title: p.title, site: p.site, team }),
      )
      members.set(p.key, await signUp(deps, created.organizationId, s, p, id))
    }
    for (const role of p.roles ?? [])
      if (p !== administrator || role !== 'administrator') await grantRole(admin, { personId: must(members.get(p.key), p.key).id, role })
  }
  for (const t of s.teams)
    await setManagers(admin, {
      id: must(teams.get(t.key), t.key),
      personIds: t.managers.map((key) => must(members.get(key), `manager ${key}`).id),
    })
  await saveSettings(admin, {
    ...admin.actor.settings,
    promiseDays: s.promiseDays,
    secondLookMinor: s.secondLook === null ? null : String(s.secondLook * 100),
  })
  contexts.clear() // reach and settings as they are now
  await makeAccounts(company)
  await offerPersonas(deps, company)
  return company
}

async function makeTeams(admin: CommandContext, s: Scenario): Promise<Map<string, string>> {
  const teams = new Map<string, string>()
  for (const t of s.teams) {
    const parentId = t.parent && must(teams.get(t.parent), `team ${t.parent}`)
    const { id } = await createTeam(admin, CreateTeamInput.parse({ id: randomUUIDv7(), name: t.name, parentId }))
    teams.set(t.key, id)
  }
  return teams
}

/** Registered over the two years, not on the day of the demonstration. */
async function makeAccounts(company: Company): Promise<void> {
  for (const [i, p] of company.scenario.people.entries())
    for (const account of p.accounts ?? []) {
      if (!('address' in readAddress(account.address))) throw new Error(`not an address: ${account.address}`)
      await registerAccount(await company.as(p.key, new Date(Date.now() - (90 + ((i * 53) % 600)) * 86_400_000)), {
        ...{ id: randomUUIDv7(), address: account.address, platform: null, purpose: 'work', visibility: account.visibility },
        consent: { accepted: true, textVersion: consentTextVersion },
      })
    }
}

/** Leaving comes last: who left could still be credited for what came before. */
export async function endLeavers(company: Company): Promise<void> {
  const administrator = must(
    company.scenario.people.find((p) => p.roles?.includes('administrator')),
    'administrator',
  )
  for (const p of company.scenario.people)
    if (p.leftDaysAgo !== undefined)
      await endPerson(await company.as(administrator.key, new Date()), {
        id: must(company.members.get(p.key), p.key).id,
        leftOn: company.dayAgo(p.leftDaysAgo),
      })
}

async function offerPersonas(deps: Deps, { scenario: s, members }: Company): Promise<void> {
  for (const p of s.people)
    if (p.persona) {
      const value = {
        userId: must(members.get(p.key), p.key).userId,
        organization: s.name,
        slug: s.slug,
        personName: p.name,
        role: p.persona,
      }
      await deps.db.prisma.verification.create({
        data: {
          identifier: `${demonstrationPrefix}${s.slug}:${p.persona}`,
          value: JSON.stringify(value),
          expiresAt: new Date('2100-01-01T00:00:00Z'),
        },
      })
    }
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}
