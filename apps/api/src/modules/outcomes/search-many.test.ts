import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx, write } from '@oeuvre/db/tenant'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { findNewest, matchesIn } from './queries/find-newest.ts'
import { blocksOf, type Matching, sightOf } from './queries/match-outcomes.ts'
import { searchOf } from './queries/search-outcomes.ts'
import { visibleTo } from './visible-to.ts'

const total = 6000
const numbers = Array.from({ length: total }, (_, i) => i + 1)
const idOf = (i: number) => `00000000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`
/** Twenty a day, backwards; the first hundred in one. */
const ageOf = (i: number) => (i <= 100 ? 0 : Math.floor(i / 20))

const has = {
  frequent: (i: number) => i % 3 === 0,
  seldom: (i: number) => i % 40 === 0,
  // Nobody wrote it of late.
  former: (i: number) => i > 4500 && i % 2 === 0,
  // Everything of the newest day, one of each before: a stretch that should do does not.
  fading: (i: number) => i <= 100 || i % 20 === 0,
  rarely: (i: number) => i === 5100 || i === 5103,
  klient: (i: number) => i % 2 === 0,
} as const
const isMine = (i: number) => i % 50 === 0

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
  const org = sql`${house.tenant.organizationId}::uuid`
  const id = sql`('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`
  await write(api.db, house.tenant.organizationId, async (tx) => {
    await tx.run(sql`INSERT INTO outcome (organization_id, id, state, type_id, occurred_on, title, subject) SELECT ${org}, ${id}, 'verified',
      ${house.type('client-won')}::uuid, DATE '2020-06-01' - CASE WHEN i <= 100 THEN 0 ELSE i / 20 END, concat_ws(' ', 'Filler', CASE WHEN i % 3 = 0 THEN 'frequent' END,
        CASE WHEN i % 40 = 0 THEN 'seldom' END, CASE WHEN i > 4500 AND i % 2 = 0 THEN 'former' END, CASE WHEN i IN (5100, 5103) THEN 'rarely' END,
        CASE WHEN i <= 100 OR i % 20 = 0 THEN 'fading' END),
      CASE WHEN i % 2 = 0 THEN 'Klient' ELSE '' END FROM generate_series(1, ${total}::int) i`)
    await tx.run(sql`INSERT INTO contributor (organization_id, outcome_id, person_id, role, weight, position) SELECT ${org}, ${id},
      ${house.aicha.personId}::uuid, 'lead', 1, 0 FROM generate_series(50, ${total}::int, 50) i`)
  })
  const owner = new pg.Client({ connectionString: api.ownerUrl })
  await owner.connect()
  await owner.query('ANALYZE outcome_search')
  await owner.end()
})
afterAll(() => api.stop())

async function matchingOf(tx: SqlTx, who: Someone, q: string, isWordsAlone = true): Promise<Matching> {
  const { actor } = await contextOf(api, who)
  const [search, sight] = await Promise.all([searchOf(tx, q), sightOf(tx, actor)])
  if (!search) throw new Error(q)
  return { actor, search, sight, filter: sql`o.state = 'verified'`, isWordsAlone }
}

test('by the index of the words or along the days, the newest that match are found, and so many of them', async () => {
  const asked: readonly (readonly [string, (i: number) => boolean])[] = [
    ['frequent', has.frequent],
    ['frequ', has.frequent],
    ['seldom', has.seldom],
    ['frequent seldom', (i) => has.frequent(i) && has.seldom(i)],
    ['frequent -seldom', (i) => has.frequent(i) && !has.seldom(i)],
    ['former', has.former],
    ['rarely', has.rarely],
    ['fading', has.fading],
    ['"filler frequent"', has.frequent],
  ]
  for (const who of [house.claire, house.aicha, house.executive, house.reviewer]) {
    const knows = who === house.executive ? () => true : who === house.reviewer ? () => false : isMine
    const client: typeof asked = [
      ['klient', (i) => has.klient(i) && knows(i)],
      ['klient seldom', (i) => has.klient(i) && knows(i) && has.seldom(i)],
      ['seldom -klient', (i) => has.seldom(i) && !(has.klient(i) && knows(i))],
    ]
    for (const [q, isMatch] of who === house.claire ? [...asked, ...client] : client)
      for (const [from, count, looked, isWordsAlone] of [
        ['latest', 2000, 4000, true],
        ['latest', 150, 200, false],
        ['earliest', 10, 100, true],
      ] as const) {
        const matches = numbers.filter(isMatch).sort((a, b) => ageOf(a) - ageOf(b) || b - a)
        const expected = (from === 'latest' ? matches : matches.toReversed()).slice(0, count).map(idOf)
        const found = await read(api.db, house.tenant.organizationId, async (tx) =>
          findNewest(tx, await matchingOf(tx, who, q, isWordsAlone), { count, from, shown: 'all' }, looked),
        )
        expect([q, from, count, found.count, found.hits.map((hit) => hit.id)]).toEqual([q, from, count, expected.length, expected])
      }
  }
})

test('where colleagues’ results are not shown, what concerns the reader is found, and nothing else', async () => {
  for (const who of [house.claire, house.aicha])
    for (const q of ['frequent', 'frequent seldom', 'klient'] as const)
      for (const isWordsAlone of [true, false]) {
        const isMatch = (i: number) => isMine(i) && q.split(' ').every((word) => has[word as keyof typeof has](i))
        const expected = numbers.filter(isMatch).sort((a, b) => ageOf(a) - ageOf(b) || b - a)
        const found = await read(api.db, house.tenant.organizationId, async (tx) => {
          const { actor, search, sight } = await matchingOf(tx, who, q)
          const apart = { ...actor, settings: { ...actor.settings, verifiedVisibility: 'reach' as const } }
          const filter = sql`o.state <> 'draft' AND ${visibleTo(apart)}`
          return findNewest(tx, { actor: apart, search, sight, filter, isWordsAlone }, { count: 2000, from: 'latest', shown: 'all' }, 200)
        })
        expect([q, found.hits.map((hit) => hit.id)]).toEqual([q, expected.map(idOf)])
      }
})

test('what is asked of a stretch of days is asked of its blocks', async () => {
  const plan = await write(api.db, house.tenant.organizationId, async (tx) => {
    const matching = await matchingOf(tx, house.executive, '"filler frequent" seldom')
    for (const [from, to] of [
      ['2020-06-01', '2020-01-15'],
      ['1999-12-30', '2000-01-02'],
    ] as const) {
      const blocks = blocksOf(to, from) ?? []
      const row = await tx.one<{ blocks: string[] }>(sql`SELECT array_agg(DISTINCT split_part(x.l, ':', 1)) AS blocks
        FROM generate_series(least(${from}::date, ${to}::date), greatest(${from}::date, ${to}::date), '1 day') d, unnest(tsvector_to_array(search_blocks(d::date, 'a b'))) x(l)`)
      expect(row?.blocks.toSorted()).toEqual(blocks.toSorted())
    }
    const sought = {
      words: matching.search.wanted,
      isTogether: true,
      isByPeople: false,
      short: [],
      blocks: blocksOf('2020-06-01', '2020-04-01'),
    }
    const asked = { from: 'latest', count: 2000 } as const
    const stretch = { base: '2020-06-01', after: undefined, through: 61, sought }
    const found = await tx.rows<{ id: string }>(sql`SELECT m.id FROM (${matchesIn(matching, asked, stretch)}) m`)
    const expected = numbers.filter((i) => has.frequent(i) && has.seldom(i) && ageOf(i) <= 61)
    expect(found.map((row) => row.id).toSorted()).toEqual(expected.map(idOf))
    await tx.run(sql`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`)
    const rows = await tx.rows<{ 'QUERY PLAN': string }>(sql`EXPLAIN ${matchesIn(matching, asked, stretch)}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(/Bitmap Index Scan on outcome_words_blocks/)
})

test('a search asks the index of the words, also below row-level security', async () => {
  const plan = await write(api.db, house.tenant.organizationId, async (tx) => {
    const matching = await matchingOf(tx, house.aicha, 'rarely')
    const sought = { words: matching.search.wanted, isTogether: true, isByPeople: true, short: [] }
    const stretch = { base: '2020-06-01', after: undefined, through: 400, sought }
    await tx.run(sql`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`)
    const rows = await tx.rows<{ 'QUERY PLAN': string }>(sql`EXPLAIN ${matchesIn(matching, { from: 'latest', count: 2000 }, stretch)}`)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(/Bitmap Index Scan on outcome_words_search .*\s+Index Cond: \(\(day >= .*\) AND \(told @@/)
  expect(plan).toMatch(/Bitmap Index Scan on outcome_words_search .*\s+Index Cond: \(\(day >= .*\) AND \(people &&/)
})
