import { parseFeed } from 'feedsmith'
import { instantOf, readActivityStreams, readBluesky } from '../activity-streams/rules.ts'
import type { FeedEntry, FeedReading } from './schema.ts'

/** RSS, Atom, RDF, JSON Feed, ActivityStreams or Bluesky, told apart by what is in it. Whatever cannot be read is broken, never a throw. */
export function readFeed(text: string): FeedReading {
  const reading = /^\s*[[{]/.test(text) ? readJson(text) : readXml(text)
  if (!('entries' in reading)) return reading
  const isUndated = reading.entries.length > 0 && reading.entries.every(({ at }) => at === null)
  return isUndated ? { broken: 'undated' } : reading
}

/**
 * The time of the last own post, milliseconds since 1970; null: none. What claims to be later than `now` (announced, or a wrong clock)
 * counts for nothing.
 */
export function lastOwnPost(entries: readonly FeedEntry[], now: number): number | null {
  const times = entries.flatMap(({ at, kind }) => (kind === 'own' && at !== null && at <= now ? [at] : []))
  return times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null
}

function readJson(text: string): FeedReading {
  try {
    const document: unknown = JSON.parse(text)
    return readActivityStreams(document) ?? readBluesky(document) ?? readParsed(text)
  } catch {
    return { broken: 'not-a-feed' }
  }
}

function readXml(text: string): FeedReading {
  return readParsed(text)
}

/** As much of an item, in any of the formats, as tells when it appeared and what it answers. */
type Item = {
  readonly pubDate?: unknown
  readonly published?: unknown
  readonly updated?: unknown
  readonly date_published?: unknown
  readonly dc?: { readonly date?: unknown; readonly dates?: readonly unknown[] }
  readonly thr?: { readonly inReplyTos?: readonly unknown[] }
}

function readParsed(text: string): FeedReading {
  try {
    const { feed } = parseFeed(text)
    const items: readonly (Item | undefined)[] = ('entries' in feed ? feed.entries : 'items' in feed ? feed.items : []) ?? []
    return { entries: items.map((item) => entryOf(item ?? {})) }
  } catch {
    return { broken: 'not-a-feed' }
  }
}

/** An update of something old is no post: it counts only where nothing else is said. */
function entryOf({ pubDate, published, updated, date_published, dc, thr }: Item): FeedEntry {
  const said = [pubDate, published, date_published, dc?.date, dc?.dates?.[0], updated]
  const at = said.map(instantOf).find((instant) => instant !== null) ?? null
  return { at, kind: (thr?.inReplyTos?.length ?? 0) > 0 ? 'reply' : 'own' }
}
