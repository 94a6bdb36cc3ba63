import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { instantOf } from '../activity-streams/rules.ts'
import { lastOwnPost, readFeed } from './rules.ts'

const root = join(import.meta.dirname, '../../../../..')
const folder = ['../shared', '../../shared'].map((place) => join(root, place, 'data/feeds')).find((path) => existsSync(path)) ?? ''
if (folder === '') console.warn('skipped: ../shared/data is not here')
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const now = Date.parse('2026-11-22T12:00:00Z')
const lastOf = (text: string) => {
  const reading = readFeed(text)
  return 'entries' in reading ? lastOwnPost(reading.entries, now) : reading
}

describe.skipIf(folder === '')('feeds of others', () => {
  test('RSS, RDF and Atom: the last time is the one that the sources’ authors read', () => {
    const inputs = readdirSync(join(folder, 'rss-parser/input'))
    expect(inputs.length).toBe(30)
    const read_ = inputs.map((name) => {
      const truth = join(folder, 'rss-parser/output', name.replace(/\.\w+$/, '.json'))
      if (!existsSync(truth)) return [name, lastOf(read(`rss-parser/input/${name}`)), null] as const
      const { feed } = JSON.parse(readFileSync(truth, 'utf8')) as { feed: { items: { isoDate?: string }[] } }
      const times = feed.items.flatMap(({ isoDate }) => (isoDate ? [Date.parse(isoDate)] : []))
      return [name, lastOf(read(`rss-parser/input/${name}`)), times.length > 0 ? Math.max(...times) : 'none'] as const
    })
    const dated = read_.filter(([, , truth]) => typeof truth === 'number')
    expect(dated.length).toBe(24)
    for (const [name, ours, truth] of dated) expect(ours, name).toBe(truth)
    // No time that anybody could read: broken where there are items, empty where there are none.
    expect(read_.filter(([, , truth]) => typeof truth !== 'number').map(([name, ours]) => [name, ours])).toEqual([
      ['heraldsun.rss', { broken: 'undated' }],
      ['incomplete-fields.atom', null],
      ['itunes-missing-image.rss', Date.parse('2015-11-07T17:00:00Z')],
      ['missing-fields.atom', { broken: 'undated' }],
      ['unrecognized.rss', { broken: 'not-a-feed' }],
      ['uolNoticias.rss', { broken: 'undated' }],
    ])
  })

  test('ActivityStreams and Bluesky: own posts, replies and boosts told apart, with their times, wherever the right reading is given', () => {
    type Truth = { verb?: string; objectType?: string; published?: string; inReplyTo?: unknown[]; object?: { published?: string } }
    let compared = 0
    for (const name of readdirSync(join(folder, 'granary')).filter((one) => /as-from-(?:as2|bsky)\.json$/.test(one))) {
      const source = name.replace(/as-from-(as2|bsky)/, '$1')
      if (!existsSync(join(folder, 'granary', source))) continue
      const truth = JSON.parse(read(`granary/${name}`)) as Truth
      const kind = truth.verb === 'share' ? 'boost' : truth.inReplyTo ? 'reply' : 'own'
      const isPost =
        truth.verb === 'share' || truth.verb === 'post' || ['note', 'comment', 'article', 'video'].includes(truth.objectType ?? '')
      const reading = readFeed(read(`granary/${source}`))
      const at = instantOf(truth.published ?? truth.object?.published)
      if (!isPost)
        expect(reading, source).toEqual(source.startsWith('actor') && source.includes('as2') ? { broken: 'not-a-feed' } : { entries: [] })
      else if (at === null && kind !== 'boost') expect(reading, source).toEqual({ broken: 'undated' })
      else expect(reading, source).toMatchObject({ entries: [{ kind, ...(at !== null && { at }) }] })
      compared++
    }
    expect(compared).toBe(14)
  })

  test('no file of theirs makes it throw, and none but posts counts as one', () => {
    const kinds: Record<string, string[]> = {}
    for (const name of readdirSync(join(folder, 'granary')).filter((one) => /\.(?:as2|bsky)\.json$|\.xml$/.test(one))) {
      const reading = readFeed(read(`granary/${name}`))
      const what = 'entries' in reading ? (reading.entries[0]?.kind ?? 'nothing') : 'elsewhere' in reading ? 'elsewhere' : reading.broken
      kinds[what] = [...(kinds[what] ?? []), name]
    }
    expect(kinds.boost).toEqual(['repost.as2.json', 'repost.bsky.json'])
    expect(kinds.reply).toEqual([
      'comment.as2.json',
      'comment_inreplyto_id.as2.json',
      'comment_inreplyto_id.bsky.json',
      'comment_multiple_in_reply_to.as2.json',
    ])
    for (const name of ['like', 'follow', 'undo_repost', 'update_person', 'rsvp', 'unfollow'].map((one) => `${one}.as2.json`))
      expect(kinds.nothing, name).toContain(name)
    expect(kinds.own).toEqual(expect.arrayContaining(['note.as2.json', 'note.bsky.json', 'quote.bsky.json', 'quote.as2.json']))
  })
})

test('an outbox: boosts and replies to others are not one’s own, a thread of one’s own is; what lies ahead counts for nothing', () => {
  const me = 'https://example.social/users/jane'
  const create = (published: string, object: object) => ({ type: 'Create', actor: me, published, object: { type: 'Note', ...object } })
  const outbox = {
    '@context': 'https://www.w3.org/ns/activitystreams',
    type: 'OrderedCollectionPage',
    orderedItems: [
      create('2027-01-01T00:00:00Z', {}),
      { type: 'Announce', actor: me, published: '2026-11-20T10:00:00Z', object: 'https://other.example/1' },
      create('2026-11-19T10:00:00Z', { inReplyTo: 'https://other.example/users/bob/1' }),
      create('2026-11-10T10:00:00Z', { inReplyTo: `${me}/statuses/1` }),
      create('2026-11-01T10:00:00Z', {}),
      { type: 'Like', actor: me, published: '2026-11-21T10:00:00Z', object: 'https://other.example/2' },
    ],
  }
  expect(lastOf(JSON.stringify(outbox))).toBe(Date.parse('2026-11-10T10:00:00Z'))
  expect(readFeed(JSON.stringify({ type: 'OrderedCollection', '@context': 'x', totalItems: 3, first: `${me}/outbox?page=true` }))).toEqual({
    elsewhere: `${me}/outbox?page=true`,
  })
  expect(readFeed(JSON.stringify({ type: 'Person', '@context': 'x', outbox: `${me}/outbox` }))).toEqual({ elsewhere: `${me}/outbox` })
  expect(lastOf('<rss><channel><item><pubDate>Wed, 18 Nov 2026 10:00:00</pubDate></item></channel></rss>')).toBe(
    Date.parse('2026-11-18T10:00:00Z'),
  )
  for (const broken of ['', 'nonsense', '{', '[]', '<html><body>Moved</body></html>', '{"feed":"no"}', 'null'])
    expect(readFeed(broken), broken).toEqual({ broken: 'not-a-feed' })
})
