import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { unite } from '@oeuvre/domain/outcomes/merge/rules'
import { TRPCClientError } from '@trpc/client'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyLedger } from '../src/modules/credits/queries/verify-ledger.ts'
import type { Someone } from './factories.ts'
import { type Api, client, settled, startApi } from './harness.ts'
import { importFile, undo as undoImport } from './imports.ts'
import { type House, makeHouse } from './outcome-factories.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

/**
 * Whatever people, imports and leavers do to the results of an organization, in any order and through two server processes at once: at
 * every moment each verified result has exactly one whole of credit and all of its value in the ledger, everything else nothing, and
 * no deal stands twice.
 */
let api: Api
let servers: [ServerProcess, ServerProcess]
beforeAll(async () => {
  api = await startApi({ hasJobs: false })
  servers = await Promise.all([startServerProcess(api), startServerProcess(api)])
})
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await api.stop()
})

const kinds = [
  ...['log', 'log', 'edit', 'verify', 'verify', 'verify', 'undo', 'reopen', 're-split', 're-split', 'withdraw'],
  ...['merge', 'merge', 'undo-merge', 'import', 'undo-import', 'leave', 'return'],
] as const
const step = fc.record({
  do: fc.constantFrom(...kinds),
  /** Which of those there are: taken round. */
  one: fc.nat({ max: 20 }),
  other: fc.nat({ max: 20 }),
  deal: fc.option(fc.constantFrom('D-1', 'D-2', 'D-3'), { nil: null }),
  cents: fc.option(fc.nat({ max: 10_000_000 }), { nil: null }),
  weights: fc.array(fc.nat({ max: 7 }), { minLength: 3, maxLength: 3 }).filter((list) => list.some((w) => w > 0)),
  isWon: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type World = { readonly house: House; readonly imports: string[] }

/** Somebody's call through one of the servers. */
function at(server: { readonly url: string }, who: Someone): Someone {
  return { ...who, call: client(server, who.cookie, who.slug) }
}

type Row = { id: string; version: number; state: string; author: string | null }
function outcomesOf({ house }: World): Promise<Row[]> {
  const { organizationId } = house.tenant
  return read(api.db, organizationId, (tx) =>
    tx.rows<Row>(
      sql`SELECT id, version, state, author_id AS author FROM outcome WHERE organization_id = ${organizationId}::uuid ORDER BY created_at, id`,
    ),
  )
}

/** One snapshot of everything: what breaks the rule. */
async function broken({ house }: World): Promise<unknown[]> {
  const { organizationId } = house.tenant
  return read(api.db, organizationId, (tx) =>
    tx.rows(sql`
      WITH sums AS (
        SELECT o.id, o.state, o.external_id, t.value_kind, CASE WHEN o.state = 'verified' THEN coalesce(o.value_minor, 0) ELSE 0 END AS value,
          CASE WHEN o.state = 'verified' THEN 10000 ELSE 0 END AS whole,
          coalesce(sum(c.count_bp), 0) AS bp, coalesce(sum(c.value_minor), 0) AS minor
        FROM outcome o LEFT JOIN credit c ON c.organization_id = o.organization_id AND c.outcome_id = o.id
        LEFT JOIN outcome_type t ON t.organization_id = o.organization_id AND t.id = o.type_id
        WHERE o.organization_id = ${organizationId}::uuid GROUP BY o.organization_id, o.id, t.value_kind)
      SELECT id, state, value, bp, minor FROM sums WHERE bp <> whole OR minor <> value
      UNION ALL
      SELECT NULL, external_id, sum(value), sum(bp), sum(minor) FROM sums WHERE state = 'verified' AND external_id IS NOT NULL
        GROUP BY external_id, value_kind HAVING count(*) > 1
      UNION ALL
      SELECT o.id, 'found as ' || coalesce(w.state, 'nothing'), 0, 0, 0 FROM outcome o
        LEFT JOIN outcome_words w ON w.outcome_id = o.id WHERE o.organization_id = ${organizationId}::uuid AND (w.state IS DISTINCT FROM o.state
          OR w.people IS DISTINCT FROM search_people(o.organization_id, o.id, o.author_id)
          OR w.are_contributors IS DISTINCT FROM search_are_contributors(o.organization_id, o.id, o.author_id))`),
  )
}

const amount = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`

/** What a step does through a server. Refused, or overtaken by another: it changes nothing, and that is checked. */
async function play(world: World, server: { readonly url: string }, s: Step): Promise<void> {
  const { house } = world
  const [aicha, jonas, colleague, dora, ada] = [house.aicha, house.jonas, house.colleague, house.dora, house.tenant.administrator].map(
    (w) => at(server, w),
  ) as [Someone, Someone, Someone, Someone, Someone]
  const team = [aicha, colleague, jonas]
  const rows = await outcomesOf(world)
  const pick = (n: number, states: readonly string[]) => {
    const fit = rows.filter((row) => states.includes(row.state))
    return fit[n % Math.max(fit.length, 1)]
  }
  const shape = {
    value: s.cents === null ? null : { amount: amount(s.cents), currency: 'EUR' },
    contributors: team.map((p, i) => ({
      personId: p.personId,
      role: i === 0 ? ('lead' as const) : ('coach' as const),
      weight: s.weights[i] ?? 0,
    })),
    evidence: [],
  }
  const on = async (row: Row | undefined, act: (row: Row) => Promise<unknown>) => (row ? act(row) : undefined)
  const author = (row: Row) => team.find((p) => p.personId === row.author) ?? aicha
  const open = ['submitted', 'changes-requested']
  const actions: Record<Step['do'], () => Promise<unknown>> = {
    log: () => {
      const outcome = house.draft({ ...shape, id: randomUUID(), externalId: s.deal, title: 'By hand' })
      return aicha.call.outcomes.log.mutate({ outcome, version: null })
    },
    edit: () =>
      on(pick(s.one, open), (row) =>
        author(row).call.outcomes.save.mutate({ outcome: house.draft({ ...shape, id: row.id }), version: row.version }),
      ),
    verify: () => on(pick(s.one, ['submitted']), ({ id, version }) => dora.call.review.verify.mutate({ ids: [{ id, version }] })),
    undo: () => on(pick(s.one, ['verified']), ({ id, version }) => dora.call.review.undo.mutate({ ids: [{ id, version }] })),
    reopen: () =>
      on(pick(s.one, ['verified']), ({ id, version }) => dora.call.review.reopen.mutate({ ids: [{ id, version }], words: 'again' })),
    're-split': () =>
      on(pick(s.one, ['verified']), ({ id, version }) =>
        dora.call.review.amend.mutate({ outcome: house.draft({ ...shape, id }), version, words: 'asked', wereContributorsAsked: true }),
      ),
    withdraw: () =>
      on(pick(s.one, open), ({ id, version, ...row }) =>
        author({ id, version, ...row }).call.outcomes.withdraw.mutate({ ids: [{ id, version }] }),
      ),
    merge: async () => {
      const [first, second] = [pick(s.one, ['submitted', 'verified']), pick(s.other, ['submitted', 'verified'])]
      if (!first || !second || first.id === second.id) return
      const [into, merged] = await Promise.all([first, second].map(({ id }) => dora.call.outcomes.get.query({ id })))
      const sharesOf = (o: NonNullable<typeof into>) => ({
        id: o.id,
        contributors: o.contributors.map((c) => ({ personId: c.id, role: c.role, weight: c.weight })),
      })
      if (into && merged)
        await dora.call.review.merge.mutate({
          into: { id: into.id, version: into.version },
          merged: { id: merged.id, version: merged.version },
          contributors: unite(sharesOf(into), sharesOf(merged)),
          words: 'One.',
        })
    },
    'undo-merge': () => on(pick(s.one, ['merged']), ({ id, version }) => dora.call.review.undoMerge.mutate({ id, version })),
    import: async () => {
      const line = (id: string, cents: number) =>
        `${id};Harland ${id};${s.isWon ? 'Won' : 'Lost'};2026-03-20;${amount(cents)};EUR;linkedin;Aicha;Jonas`
      const file = [
        'deal id;client;stage;close date;amount;currency;source;owner;sdr',
        line(s.deal ?? 'D-9', s.cents ?? 100),
        line('D-4', s.one * 100 + 1),
      ]
      const { id } = await importFile({ ...api, url: server.url }, ada, 'deals', file.join('\n'))
      world.imports.push(id)
    },
    'undo-import': async () => {
      const id = world.imports.pop()
      if (id) await undoImport(api, ada, id)
    },
    leave: () => ada.call.people.end.mutate({ id: team[s.one % 3]!.personId, leftOn: '2026-06-01' }),
    return: () => ada.call.people.return.mutate({ id: team[s.one % 3]!.personId }),
  }
  try {
    await actions[s.do]()
  } catch (e) {
    // Refused by a rule, or somebody else was first; anything else is a defect.
    if (!(e instanceof TRPCClientError) || !e.data || e.data.code === 'INTERNAL_SERVER_ERROR') throw e
  }
}

async function balances(world: World): Promise<void> {
  await settled(api)
  expect(await broken(world)).toEqual([])
  expect((await verifyLedger(api.db, world.house.tenant.organizationId)).problems).toEqual([])
}

const sequence = fc.array(step, { minLength: 8, maxLength: 18 })
const start: Step[] = [0, 1, 2].map((i) => ({
  do: 'log',
  one: 0,
  other: 0,
  deal: i === 0 ? 'D-1' : null,
  cents: 12_345 + i,
  weights: [1, i, 1],
  isWon: true,
}))
/** Every kind of step at least once, whatever chance brings besides. */
const each: Step[] = (
  [
    'verify',
    'verify',
    're-split',
    'import',
    'merge',
    'undo-merge',
    'leave',
    'reopen',
    'verify',
    'undo',
    'import',
    'return',
    'undo-import',
  ] as const
).map((kind, i) => ({ do: kind, one: i % 3, other: (i % 3) + 1, deal: 'D-2', cents: 5_000 + i, weights: [i, 1, 2], isWon: i < 8 }))

test('credit is conserved after every step of any sequence', async () => {
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      const world: World = { house: await makeHouse(api), imports: [] }
      for (const s of [...start, ...steps]) {
        await play(world, servers[0], s)
        expect(await broken(world)).toEqual([])
      }
      await balances(world)
    }),
    { numRuns: 2, endOnFailure: true, examples: [[each]] },
  )
})

test('the same sequence through two server processes at once: each moment in between balances too', async () => {
  await fc.assert(
    fc.asyncProperty(sequence, async (steps) => {
      const world: World = { house: await makeHouse(api), imports: [] }
      for (const s of start) await play(world, servers[0], s)
      let isPlaying = true
      const seen: unknown[] = []
      const watch = async () => {
        while (isPlaying) seen.push(...(await broken(world)))
      }
      const watching = watch()
      try {
        for (const s of steps) await Promise.all(servers.map((server) => play(world, server, s)))
      } finally {
        isPlaying = false
        await watching
      }
      expect(seen).toEqual([])
      await balances(world)
    }),
    { numRuns: 3, endOnFailure: true, examples: [[each]] },
  )
})
