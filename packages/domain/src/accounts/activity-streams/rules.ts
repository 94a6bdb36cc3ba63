import type { FeedEntry, FeedReading } from '../feeds/schema.ts'

type Thing = Readonly<Record<string, unknown>>

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** An id, whether it stands alone or in its object. */
function idOf(value: unknown): string | null {
  return text(value) ?? (isThing(value) ? (text(value.id) ?? text(value.href) ?? text(value.url)) : null)
}

/** ISO 8601; without a zone it is UTC, as the standards ask, wherever the server stands. Milliseconds since 1970, null: not readable. */
export function instantOf(value: unknown): number | null {
  const written = text(value)?.trim() ?? ''
  const hasZone = /(?:z|[+-]\d{2}:?\d{2}|\b[A-Z]{2,4})$/i.test(written)
  const at = Date.parse(hasZone ? written : /T\d/.test(written) ? `${written}Z` : `${written} UTC`)
  return written === '' || Number.isNaN(at) ? null : at
}

const posts = new Set(['Note', 'Article', 'Video', 'Image', 'Audio', 'Question', 'Page', 'Event', 'Document'])
const collections = new Set(['OrderedCollection', 'OrderedCollectionPage', 'Collection', 'CollectionPage'])
const activities = new Set('Create Announce Update Delete Like Follow Undo Accept Reject Invite Add Remove Block Flag'.split(' '))
const actors = new Set(['Person', 'Organization', 'Service', 'Application', 'Group'])

function isOf(thing: Thing, kinds: ReadonlySet<string>): boolean {
  return list(thing.type).some((type) => typeof type === 'string' && kinds.has(type))
}

/** ActivityStreams 2: an outbox or a page of it, an actor (whose outbox is elsewhere), one activity, one post. */
export function readActivityStreams(document: unknown): FeedReading | null {
  if (!isThing(document)) return null
  if (isOf(document, actors)) {
    const outbox = idOf(document.outbox)
    return outbox ? { elsewhere: outbox } : { broken: 'not-a-feed' }
  }
  if (!isOf(document, collections)) {
    return isOf(document, activities) || isOf(document, posts) ? { entries: list(entryOf(document)).filter(isEntry) } : null
  }
  const items = [...list(document.orderedItems), ...list(document.items)]
  const first = isThing(document.first) ? readActivityStreams(document.first) : null
  if (items.length === 0 && first) return first
  const next = idOf(document.first)
  if (items.length === 0 && next) return { elsewhere: next }
  return { entries: items.map(entryOf).filter((entry) => entry !== null) }
}

function isEntry(value: unknown): value is FeedEntry {
  return value !== null
}

/** null: neither a post nor a boost (a like, a follow, something deleted or corrected). */
function entryOf(item: unknown): FeedEntry | null {
  if (!isThing(item)) return null
  const [object] = list(item.object)
  const at = instantOf(item.published) ?? (isThing(object) ? instantOf(object.published) : null)
  if (isOf(item, new Set(['Announce']))) return { at, kind: 'boost' }
  if (isOf(item, new Set(['Create']))) {
    const post = isThing(object) ? object : {}
    if (isThing(object) && list(object.type).length > 0 && !isOf(object, posts)) return null
    return { at, kind: isReply(post, idOf(item.actor)) ? 'reply' : 'own' }
  }
  const author = idOf(list(item.attributedTo)[0]) ?? idOf(item.actor)
  return isOf(item, posts) ? { at, kind: isReply(item, author) ? 'reply' : 'own' } : null
}

/** To somebody else: an answer under one's own address goes on with one's own post. */
function isReply(post: Thing, actor: string | null): boolean {
  const author = actor ?? idOf(list(post.attributedTo)[0])
  const answered = list(post.inReplyTo).map(idOf)
  return answered.some((id) => id !== null && !(author !== null && id.startsWith(`${author}/`)))
}

/** Bluesky: the feed of an author (`feed` of feedViewPost), one of its posts, or one record. */
export function readBluesky(document: unknown): FeedReading | null {
  if (!isThing(document)) return null
  if (Array.isArray(document.feed)) return { entries: document.feed.map(blueskyEntry).filter((entry) => entry !== null) }
  if (!text(document.$type)?.startsWith('app.bsky.')) return null
  return { entries: list(blueskyEntry(document)).filter(isEntry) }
}

function blueskyEntry(item: unknown): FeedEntry | null {
  if (!isThing(item)) return null
  const reason = isThing(item.reason) ? item.reason : null
  const post = isThing(item.post) ? item.post : null
  const record = post && isThing(post.record) ? post.record : item
  if (record === item && item.$type !== 'app.bsky.feed.post') return null
  if (reason && text(reason.$type)?.endsWith('#reasonRepost')) return { at: instantOf(reason.indexedAt), kind: 'boost' }
  const author = /^at:\/\/([^/]+)\//.exec(text(post?.uri) ?? '')?.[1] ?? null
  const parent = isThing(record.reply) && isThing(record.reply.parent) ? text(record.reply.parent.uri) : null
  const isOwnThread = parent !== null && author !== null && parent.startsWith(`at://${author}/`)
  return { at: instantOf(record.createdAt), kind: parent !== null && !isOwnThread ? 'reply' : 'own' }
}
