import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { mentionOf } from '@oeuvre/domain/outcomes/comments/rules'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Someone } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

async function log(who: Someone, over: Partial<OutcomeDraftInput> = {}, decider: Someone | null = null): Promise<string> {
  const outcome = house.draft({ title: 'A lock', subject: 'Somebody', story: {}, evidence: [], ...over })
  const { version } = await who.call.outcomes.log.mutate({ outcome, version: null })
  if (decider) await decider.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
  return outcome.id
}
const find = async (who: Someone, q: string, filter: Partial<ListFilter> = {}) =>
  (await who.call.outcomes.list.query({ q, ...filter })).items.map((o) => o.id)
const word = () =>
  `zq${randomUUID()
    .replaceAll(/[^a-f]/g, '')
    .slice(0, 10)}`

describe('every reader finds by what they may read, and by nothing else', () => {
  test('client and comments, with a minus, beside other words, in ranks and counts', async () => {
    const [title, client, story, said] = [word(), word(), word(), word()]
    const contributors = [{ personId: house.aicha.personId, role: 'lead' as const, weight: 1 }]
    const id = await log(house.aicha, { title, subject: client, story: { result: story }, contributors }, house.claire)
    const comment = randomUUID()
    await house.aicha.call.comments.add.mutate({ id: comment, outcomeId: id, text: `The ${said} of ${mentionOf(house.samuel.personId)}` })
    const open = [title, story, `${title} ${story}`, title.slice(0, 6), `"${title}"`]
    const known = [client, `${client} ${title}`, `"${client}"`]
    const readers = {
      whole: [house.aicha, house.claire, house.samuel, house.dora],
      known: [house.executive],
      open: [house.colleague, house.rolf, house.jonas, house.reviewer, house.tenant.administrator],
    }
    const all = [...readers.whole, ...readers.known, ...readers.open]
    const finders = async (q: string, filter: Partial<ListFilter> = {}) => {
      const found = await Promise.all(all.map(async (who) => ((await find(who, q, filter)).length > 0 ? [who] : [])))
      const counted = await Promise.all(all.map(async (who) => (await who.call.outcomes.count.query({ q, ...filter })).count))
      expect(counted).toEqual(found.map((one) => one.length))
      return found.flat()
    }
    for (const q of open) expect(await finders(q)).toEqual(all)
    for (const sort of ['latest', 'earliest', 'changed', 'waiting'] as const) expect(await finders(title, { sort })).toEqual(all)
    for (const q of known) expect(await finders(q)).toEqual([...readers.whole, ...readers.known])
    expect(await finders(client, { sort: 'changed' })).toEqual([...readers.whole, ...readers.known])
    for (const q of [said, `${said} ${client} ${title}`, said.slice(0, 5)]) expect(await finders(q)).toEqual(readers.whole)
    // Left out by a word that one may not read, it would be told by its absence.
    expect(await finders(`${title} -${client}`)).toEqual(readers.open)
    expect(await finders(`${title} -${said}`)).toEqual([...readers.known, ...readers.open])
    expect(await finders(`${title} -${story}`)).toEqual([])
    await house.aicha.call.comments.remove.mutate({ id: comment })
    expect(await finders(said)).toEqual([])
    const hidden = await house.colleague.call.outcomes.list.query({ q: `${title} ${client}` })
    expect(hidden).toEqual({ items: [], nextCursor: null, found: { words: [], excerpts: [] } })
  })

  test('what waits is found by whom it concerns, a draft by its author when drafts are asked for', async () => {
    const title = word()
    const id = await log(house.aicha, { title })
    const draft = randomUUID()
    await house.aicha.call.outcomes.save.mutate({ outcome: { id: draft, title }, version: null })
    expect(await find(house.aicha, title)).toEqual([id])
    expect((await find(house.aicha, title, { state: ['draft', 'submitted'] })).sort()).toEqual([id, draft].sort())
    expect(await find(house.claire, title, { state: ['draft', 'submitted'] })).toEqual([id])
    expect(await find(house.colleague, title)).toEqual([])
    expect(await find(house.executive, title)).toEqual([])
  })
})

describe('it is found as it is now', () => {
  test('by people, and by their new name once they are renamed; by what it is called now and no longer what it was', async () => {
    const [before, after, title] = [word(), word(), word()]
    const { organizationId } = house.tenant
    const rename = (name: string) =>
      write(api.db, organizationId, (tx) => tx.run(sql`UPDATE person SET name = ${name} WHERE id = ${house.jonas.personId}::uuid`))
    await rename(`Jonas ${before}`)
    const outcome = house.draft({ title, evidence: [] })
    const saved = await house.jonas.call.outcomes.log.mutate({ outcome, version: null })
    expect(await find(house.rolf, before)).toEqual([outcome.id])
    await rename(`Jonas ${after}`)
    expect([await find(house.rolf, before), await find(house.rolf, after)]).toEqual([[], [outcome.id]])
    const contributors = [
      { personId: house.rolf.personId, role: 'lead' as const, weight: 1 },
      { personId: house.jonas.personId, role: 'support' as const, weight: 1 },
    ]
    await house.jonas.call.outcomes.save.mutate({
      outcome: { ...outcome, title: 'Called otherwise', contributors },
      version: saved.version,
    })
    expect([await find(house.rolf, title), await find(house.rolf, `rolf ${after}`)]).toEqual([[], [outcome.id]])
  })

  test('an author who takes no part finds it by its client; whoever leads them does not', async () => {
    const client = word()
    const contributors = [{ personId: house.aicha.personId, role: 'lead' as const, weight: 1 }]
    const id = await log(house.aicha, { subject: client, contributors }, house.claire)
    const finders = () => Promise.all([house.jonas, house.aicha, house.claire, house.rolf].map((who) => find(who, client)))
    expect(await finders()).toEqual([[], [id], [id], []])
    // Whoever wrote for somebody, and works elsewhere since.
    await write(api.db, house.tenant.organizationId, (tx) =>
      tx.run(sql`UPDATE outcome SET author_id = ${house.jonas.personId}::uuid WHERE id = ${id}::uuid`),
    )
    expect(await finders()).toEqual([[id], [id], [id], []])
  })

  test('two changes at once: the later reading has both', async () => {
    const [title, said] = [word(), word()]
    const outcome = house.draft({ title: 'Old', evidence: [] })
    const { version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    await Promise.all([
      house.aicha.call.outcomes.save.mutate({ outcome: { ...outcome, title }, version }),
      house.claire.call.comments.add.mutate({ id: randomUUID(), outcomeId: outcome.id, text: said }),
    ])
    expect(await find(house.claire, `${title} ${said}`)).toEqual([outcome.id])
  })
})

describe('words', () => {
  test('as they are half typed, letter by letter; forms of both languages; single letters and words of every text do no harm', async () => {
    const id = await log(house.aicha, {
      title: 'Négociation du renouvellement pour l’Œuvre des chevaux',
      subject: 'Straßenbau Łódź',
      story: { action: 'They were running cafe\u0301s.' },
    })
    const whole = 'negociations'
    for (let n = 3; n <= whole.length; n++) expect([n, (await find(house.aicha, whole.slice(0, n))).includes(id)]).toEqual([n, true])
    for (const q of [
      'cheval',
      'CHEVAUX',
      'oeuvre',
      'strassenb',
      'lodz',
      'run',
      'café',
      'du renouvellement pour',
      'l’œuvre',
      'renouvellement de l',
      '"pour l’œuvre"',
      '-canot chevaux',
    ])
      expect([q, (await find(house.aicha, q)).includes(id)]).toEqual([q, true])
    for (const q of ['"pour chevaux"', 'chevaux -négociation', 'n', 'œuvre canot'])
      expect([q, (await find(house.aicha, q)).includes(id)]).toEqual([q, false])
    expect((await find(house.aicha, 'the')).length).toBeGreaterThan(0)
  })

  test('the best first: the title before people before the story; then the newest; pages follow on', async () => {
    const q = word()
    const story = { result: `Long after it ${q} came` }
    const old = await log(house.aicha, { title: `${q} first`, occurredOn: '2026-01-01' })
    const inStory = await log(house.aicha, { story, occurredOn: '2026-03-01' })
    const older = await log(house.aicha, { story, occurredOn: '2026-02-01' })
    expect(await find(house.aicha, q)).toEqual([old, inStory, older])
    expect(await find(house.aicha, q, { sort: 'best' })).toEqual([old, inStory, older])
    expect(await find(house.aicha, q, { sort: 'latest' })).toEqual([inStory, older, old])
    expect(await find(house.aicha, q, { sort: 'earliest' })).toEqual([old, older, inStory])
    for (const sort of ['best', 'latest', 'earliest'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await house.aicha.call.outcomes.list.query({ q, sort, limit: 1, cursor })
        seen.push(...page.items.map((o) => o.id))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(seen).toEqual(await find(house.aicha, q, { sort }))
    }
  })

  test('are marked as they stand, with the piece of the story or of the comment that has them', async () => {
    const q = word()
    const told = await log(house.aicha, { title: `<b>${q}s</b>`, story: { action: `Two É${q} and ${q.toUpperCase()}s` } }, house.claire)
    const said = await log(
      house.aicha,
      { title: 'Quiet', contributors: [{ personId: house.aicha.personId, role: 'lead', weight: 1 }] },
      house.claire,
    )
    await house.aicha.call.comments.add.mutate({
      id: randomUUID(),
      outcomeId: said,
      text: `Seen by ${mentionOf(house.claire.personId)}: ${q}`,
    })
    const { found } = await house.claire.call.outcomes.list.query({ q })
    expect(found?.words.toSorted()).toEqual([q, `${q}s`])
    expect(found?.excerpts).toEqual(
      expect.arrayContaining([
        { id: told, from: 'story', text: `Two É${q} and ${q.toUpperCase()}s` },
        { id: said, from: 'comment', text: `Seen by …: ${q}` },
      ]),
    )
    const other = await house.colleague.call.outcomes.list.query({ q })
    expect(other.items.map((o) => o.id)).toEqual([told])
    expect(other.found?.excerpts.map((e) => e.id)).toEqual([told])
  })
})

test('the view shows one organization, the table too; nobody writes through the view', async () => {
  const other = await makeHouse(api)
  const seen = (table: 'view' | 'table') =>
    read(api.db, other.tenant.organizationId, (tx) =>
      tx.rows(table === 'view' ? sql`SELECT FROM outcome_words` : sql`SELECT FROM outcome_search`),
    )
  expect([await seen('view'), await seen('table')]).toEqual([[], []])
  expect((await api.db.pool.query('SELECT FROM outcome_words')).rowCount).toBe(0)
  expect(await write(api.db, other.tenant.organizationId, (tx) => tx.run(sql`DELETE FROM outcome_words`)).catch(() => 'refused')).toBe(
    'refused',
  )
})
