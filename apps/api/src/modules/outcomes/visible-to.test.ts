import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, writeWithPrisma } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { isDecider, type OutcomeRecord, visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { outcomeStates } from '@oeuvre/domain/outcomes/schema'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, makeTenant, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { recordOf } from './present.ts'
import { leadTeamOf, loadChains } from './queries/load-chains.ts'
import { loadOutcomes } from './queries/load-outcomes.ts'
import { reachOf, sightOf, withReach } from './queries/match-outcomes.ts'
import { confidentialTo, decidableBy, draftVisibleTo, visibleTo } from './visible-to.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const place = fc.nat({ max: 9 })
const member = fc.record({
  team: fc.option(fc.nat({ max: 4 }), { nil: null }),
  manages: fc.uniqueArray(fc.nat({ max: 4 }), { maxLength: 2 }),
  roles: fc.subarray(['executive', 'administrator', 'reviewer'] as const),
  hasLogin: fc.boolean(),
  hasLeft: fc.nat({ max: 5 }).map((n) => n === 0),
})
const result = fc.record({
  state: fc.constantFrom(...outcomeStates),
  author: fc.option(place, { nil: null }),
  first: fc.option(place, { nil: null }),
  people: fc.uniqueArray(place, { minLength: 1, maxLength: 3 }),
  hasLead: fc.nat({ max: 9 }).map((n) => n > 0),
})
const standIn = fc.record({ absent: place, delegate: place, isNow: fc.boolean(), isEnded: fc.nat({ max: 4 }).map((n) => n === 0) })
const world = fc.record({
  standIns: fc.uniqueArray(standIn, { selector: (s) => s.absent, maxLength: 4 }).map((all) => all.filter((s) => s.absent !== s.delegate)),
  /** Of each team the one above it; a team may stand alone. */
  parents: fc.tuple(fc.constant(null), ...[1, 2, 3, 4].map((i) => fc.option(fc.nat({ max: i - 1 }), { nil: null }))),
  members: fc.array(member, { minLength: 10, maxLength: 10 }),
  results: fc.array(result, { minLength: 25, maxLength: 25 }),
})
type World = typeof world extends fc.Arbitrary<infer T> ? T : never

const at = <T>(list: readonly T[], i: number | null): T | null => (i === null ? null : (list[i] ?? null))

/** The whole world in one transaction. Answers with everybody who can sign in, as the gate would open them. */
async function build(
  { organizationId }: Tenant,
  base: Actor,
  { parents, members, results, standIns }: World,
): Promise<{ actors: Actor[]; ids: string[] }> {
  const teams = parents.map(() => randomUUID())
  const people = members.map(() => randomUUID())
  const ids = results.map(() => randomUUID())
  const canSignIn = members.map((m) => m.hasLogin && !m.hasLeft)
  await writeWithPrisma(api.db, organizationId, async ({ prisma, one }) => {
    const typeId = (await one<{ id: string }>(sql`SELECT id FROM outcome_type LIMIT 1`))!.id
    await prisma.team.createMany({ data: teams.map((id) => ({ organizationId, id, name: id, nameKey: id })) })
    await prisma.teamPlacement.createMany({
      data: teams.map((teamId, i) => ({ organizationId, teamId, parentId: at(teams, parents[i] ?? null) })),
    })
    await prisma.person.createMany({
      data: people.map((id, i) => ({
        organizationId,
        id,
        name: id,
        nameKey: id,
        leftOn: members[i]!.hasLeft ? new Date('2020-01-01') : null,
      })),
    })
    const users = people
      .filter((_, i) => members[i]!.hasLogin)
      .map((id) => ({ id, name: id, email: `${id}@example.org`, emailVerified: true }))
    await prisma.user.createMany({ data: users })
    await prisma.membership.createMany({ data: users.map(({ id }) => ({ organizationId, userId: id, personId: id })) })
    await prisma.teamMembership.createMany({
      data: people.flatMap((personId, i) => {
        const teamId = at(teams, members[i]!.team)
        return teamId ? [{ organizationId, personId, teamId }] : []
      }),
    })
    await prisma.teamManager.createMany({
      data: people.flatMap((personId, i) => members[i]!.manages.map((t) => ({ organizationId, personId, teamId: teams[t]! }))),
    })
    await prisma.roleGrant.createMany({
      data: people.flatMap((personId, i) => members[i]!.roles.map((role) => ({ organizationId, personId, role }))),
    })
    await prisma.delegation.createMany({
      data: standIns.map((s) => ({
        organizationId,
        id: randomUUID(),
        personId: people[s.absent]!,
        delegateId: people[s.delegate]!,
        fromDay: new Date(s.isNow ? '2020-01-01' : '2099-01-01'),
        toDay: new Date('2099-12-31'),
        endedAt: s.isEnded ? new Date() : null,
      })),
    })
    await prisma.outcome.createMany({
      data: results.map((r, i) => ({
        organizationId,
        id: ids[i]!,
        typeId,
        state: r.state,
        occurredOn: new Date('2026-01-05'),
        authorId: at(people, r.author),
        firstDeciderId: at(people, r.first),
      })),
    })
    await prisma.contributor.createMany({
      data: results.flatMap((r, i) =>
        r.people.map((p, position) => ({
          organizationId,
          outcomeId: ids[i]!,
          personId: people[p]!,
          role: position === 0 && r.hasLead ? 'lead' : 'support',
          weight: position === 2 ? 0 : 1,
          position,
        })),
      ),
    })
  })
  const below = (t: number): number[] => [t, ...parents.flatMap((parent, i) => (parent === t ? below(i) : []))]
  const actors = people.flatMap((personId, i): Actor[] => {
    const { manages, roles } = members[i]!
    if (!canSignIn[i]) return []
    const reachOf = (of: readonly number[]) => [...new Set(of.flatMap(below))].map((t) => teams[t]!)
    const absent = standIns.flatMap((s) => (s.delegate === i && s.isNow && !s.isEnded && !members[s.absent]!.hasLeft ? [s.absent] : []))
    const standing = absent.filter((a) => members[a]!.manages.length > 0)
    const all = [...new Set([...manages, ...standing.flatMap((a) => members[a]!.manages)])]
    const reach = reachOf(all)
    const managed = all.map((t) => teams[t]!)
    const standsIn = {
      ownReachTeamIds: reachOf(manages),
      for: standing.map((a) => ({ personId: people[a]!, reachTeamIds: reachOf(members[a]!.manages) })),
    }
    return [
      {
        ...base,
        personId,
        managedTeamIds: managed,
        reachTeamIds: reach,
        ...(standing.length > 0 && { standIn: standsIn }),
        roles: ['employee', ...(managed.length ? (['manager'] as const) : []), ...roles],
      },
    ]
  })
  return { actors, ids }
}

type Loaded = { readonly id: string; readonly state: string; readonly record: OutcomeRecord }

function load(actor: Actor, ids: readonly string[]): Promise<Loaded[]> {
  return read(api.db, actor.organizationId, async (tx) => {
    const rows = await loadOutcomes(tx, actor, ids)
    const chains = await loadChains(tx, actor, rows.map(leadTeamOf))
    return rows.map((row) => ({ id: row.id, state: row.state, record: recordOf(row, chains) }))
  })
}

/** What the policy says of every record, and what the predicates select, side by side. */
async function compare(actor: Actor, loaded: readonly Loaded[]): Promise<void> {
  const byPolicy = loaded.map(({ record, ...row }) => {
    const { isVisible, isConfidentialShown } = visibilityOf(actor, record)
    return { ...row, isVisible, isVisibleByReach: isVisible, isConfidentialShown, decides: isDecider(actor, record) }
  })
  const bySql = await read(api.db, actor.organizationId, async (tx) => {
    const sight = await sightOf(tx, actor)
    return tx.rows<(typeof byPolicy)[number]>(sql`${withReach(sight)} SELECT o.id, o.state,
        (CASE WHEN o.state = 'draft' THEN ${draftVisibleTo(actor)} ELSE ${visibleTo(actor, reachOf(sight))} END) IS TRUE AS "isVisibleByReach",
        (CASE WHEN o.state = 'draft' THEN ${draftVisibleTo(actor)} ELSE ${visibleTo(actor)} END) IS TRUE AS "isVisible",
        (${confidentialTo(actor) ?? sql`TRUE`}) IS TRUE AS "isConfidentialShown", (${decidableBy(actor)}) IS TRUE AS decides
      FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid`)
  })
  const found = new Map(bySql.map((r) => [r.id, { ...r, isConfidentialShown: r.isVisible && r.isConfidentialShown }]))
  expect(loaded.map(({ id }) => found.get(id))).toEqual(byPolicy)
}

test('who sees, who knows the client, who decides: the predicates say what the policy says', async () => {
  let readers = 0
  await fc.assert(
    fc.asyncProperty(world, async (w) => {
      const tenant = await makeTenant(api)
      const { actor: base } = await contextOf(api, tenant.administrator)
      const { actors, ids } = await build(tenant, base, w)
      const loaded = await load(base, ids)
      for (const actor of actors) {
        for (const verifiedVisibility of ['everyone', 'reach'] as const)
          for (const valueVisibility of ['everyone', 'reach'] as const)
            await compare({ ...actor, settings: { ...actor.settings, verifiedVisibility, valueVisibility } }, loaded)
        readers++
      }
    }),
    { numRuns: 5, endOnFailure: true },
  )
  expect(readers).toBeGreaterThan(10)
})
