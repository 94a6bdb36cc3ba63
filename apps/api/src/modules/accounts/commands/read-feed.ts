import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { feedPlaceOf } from '@oeuvre/domain/accounts/feed-places/rules'
import { lastOwnPost, readFeed } from '@oeuvre/domain/accounts/feeds/rules'
import type { FeedFailure, FeedReading } from '@oeuvre/domain/accounts/feeds/schema'
import { readPage } from '@oeuvre/domain/accounts/page-links/rules'
import type { Platform } from '@oeuvre/domain/accounts/platforms/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import type { OutsideAnswer, SafeFetch } from '../../../platform/outside/safe-fetch.ts'
import { emitAccount } from '../events.ts'
import { readsFeeds } from '../queries/get-settings.ts'

const day = 24 * 60 * 60

/** Failures in a row after which the owner is told, once, and nothing more is asked. */
export const failuresUntilPaused = 3
const feedTypes = [
  ...['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/xml', 'text/xml', 'application/feed+json'],
  ...['application/activity+json', 'application/ld+json', 'application/json'],
]
const pageTypes = ['text/html', 'application/xhtml+xml']

type Asked = {
  readonly platform: Platform
  readonly account: string
  readonly address: string | null
  readonly etag: string | null
  readonly last_modified: string | null
}
type Outcome =
  | { readonly kind: 'read'; readonly postedAt: number | null; readonly address: string | null; readonly answer: Answered }
  | { readonly kind: 'unchanged'; readonly answer: Answered }
  | { readonly kind: 'failed'; readonly failure: FeedFailure; readonly afterSeconds: number }
type Answered = Exclude<OutsideAnswer, { kind: 'refused' }>

/**
 * Reads one account's public feed, while its owner and the organization allow it: of the answer only the time of the last own post stays.
 * What cannot be read is tried again later and later, then told to the owner once and left alone. Nothing is held open while it waits.
 */
export async function readAccountFeed(ctx: CommandContext & { readonly outside: SafeFetch | null }, accountId: string): Promise<void> {
  const { outside } = ctx
  if (!outside) return
  const asked = await loadDue(ctx, accountId)
  if (!asked) return
  await store(ctx, accountId, await ask(outside, asked, ctx.now.getTime()))
}

function loadDue(ctx: CommandContext, accountId: string): Promise<Asked | null> {
  const { organizationId } = ctx.actor
  return read(ctx.db, organizationId, async (tx) => {
    if (!(await readsFeeds(tx, organizationId))) return null
    return tx.one<Asked>(sql`SELECT a.platform, a.address AS account, f.address, f.etag, f.last_modified
      FROM account_feed f JOIN social_account a ON a.organization_id = f.organization_id AND a.id = f.account_id
      WHERE f.organization_id = ${organizationId}::uuid AND f.account_id = ${accountId}::uuid AND f.paused_at IS NULL AND f.next_at <= ${ctx.now}::timestamptz
        AND a.withdrawn_at IS NULL AND a.closed_on IS NULL AND a.address IS NOT NULL`)
  })
}

function failed(failure: FeedFailure, afterSeconds = 0): Outcome {
  return { kind: 'failed', failure, afterSeconds }
}

/** Over one page that names the feed, or one outbox that leads to its first page. */
async function ask(outside: SafeFetch, asked: Asked, now: number): Promise<Outcome> {
  const place = feedPlaceOf(asked.platform, asked.account)
  if (!place) return failed('no-feed')
  let url = asked.address ?? ('feed' in place ? place.feed : place.page)
  let address = asked.address
  for (let step = 0; step < 3; step++) {
    const isKnown = step === 0 && (address !== null || 'feed' in place)
    const answer = await outside({
      url,
      accept: [...feedTypes, ...pageTypes],
      ...(isKnown && { etag: asked.etag, lastModified: asked.last_modified }),
    })
    if (answer.kind === 'refused') return failed(answer.reason, answer.retryAfterSeconds)
    if (answer.kind === 'unchanged') return { kind: 'unchanged', answer }
    const reading = readAnswer(answer)
    if ('entries' in reading) return { kind: 'read', postedAt: lastOwnPost(reading.entries, now), address, answer }
    if ('broken' in reading)
      return failed(reading.broken === 'not-a-feed' && pageTypes.includes(answer.contentType) ? 'no-feed' : reading.broken)
    if (!URL.canParse(reading.elsewhere, answer.url)) return failed('no-feed')
    url = new URL(reading.elsewhere, answer.url).href
    address = url
  }
  return failed('no-feed')
}

function readAnswer(answer: Extract<OutsideAnswer, { kind: 'page' }>): FeedReading {
  if (!pageTypes.includes(answer.contentType)) return readFeed(answer.text)
  const [feed] = readPage(answer.text).feeds
  return feed === undefined ? { broken: 'not-a-feed' } : { elsewhere: feed }
}

function store(ctx: CommandContext, accountId: string, outcome: Outcome): Promise<void> {
  const { organizationId } = ctx.actor
  const after = (seconds: number) => new Date(ctx.now.getTime() + seconds * 1000)
  const which = sql`organization_id = ${organizationId}::uuid AND account_id = ${accountId}::uuid`
  return mutate(ctx, async (tx, emit, { ledger }) => {
    if (outcome.kind === 'failed') {
      const row = await tx.one<{
        failures: number
        isPaused: boolean
      }>(sql`UPDATE account_feed SET failures = failures + 1, failure = ${outcome.failure},
          paused_at = CASE WHEN failures + 1 >= ${failuresUntilPaused} THEN ${ctx.now}::timestamptz END,
          next_at = greatest(${after(outcome.afterSeconds)}::timestamptz, ${ctx.now}::timestamptz + interval '20 hours' * power(2, failures))
        WHERE ${which} AND paused_at IS NULL RETURNING failures, paused_at IS NOT NULL AS "isPaused"`)
      if (row?.isPaused) emitAccount(emit, { type: 'account.feed-broken', accountId, failure: outcome.failure })
      return
    }
    const { etag, lastModified, freshSeconds } = outcome.answer
    const next = after(Math.max(0.8 * day, Math.min(freshSeconds, 7 * day)))
    // Ended meanwhile: nothing is kept.
    const kept =
      await tx.run(sql`UPDATE account_feed SET failures = 0, failure = NULL, read_at = ${ctx.now}::timestamptz, next_at = ${next}::timestamptz,
        etag = coalesce(${etag}, CASE WHEN ${outcome.kind === 'unchanged'} THEN etag END),
        last_modified = coalesce(${lastModified}, CASE WHEN ${outcome.kind === 'unchanged'} THEN last_modified END),
        address = ${outcome.kind === 'read' ? sql`${outcome.address}::text` : sql`address`} WHERE ${which}`)
    if (kept === 0 || outcome.kind === 'unchanged') return
    const postedAt = outcome.postedAt === null ? null : new Date(outcome.postedAt)
    await tx.run(
      sql`UPDATE social_account SET posted_at = ${postedAt}::timestamptz WHERE organization_id = ${organizationId}::uuid AND id = ${accountId}::uuid`,
    )
    ledger.touchFacts()
  })
}
