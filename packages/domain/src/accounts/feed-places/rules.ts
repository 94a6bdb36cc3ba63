import type { Platform } from '../platforms/schema.ts'
import { recogniseAccount } from '../recognition/rules.ts'
import type { RecognisedAccount } from '../recognition/schema.ts'

/** Where an account's public feed is: its address, or a page that names it; null: the platform has none that may be read without a key. */
export type FeedPlace = { readonly feed: string } | { readonly page: string } | null

type Place = (account: RecognisedAccount) => FeedPlace
const feed = (address: string): FeedPlace => ({ feed: address })
const onPage: Place = ({ address }) => ({ page: address })

/** By an open standard, without a key. The networks that have closed theirs (LinkedIn, X, Facebook, Instagram, TikTok, Threads) have no row. */
const places: Partial<Record<Platform, Place>> = {
  mastodon: ({ address }) => feed(`${address}.rss`),
  bluesky: ({ handle }) =>
    feed(`https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=${encodeURIComponent(handle)}&limit=50`),
  // Of a handle only YouTube knows the channel.
  youtube: ({ kind, handle }) =>
    kind === 'channel' ? feed(`https://www.youtube.com/feeds/videos.xml?channel_id=${encodeURIComponent(handle)}`) : null,
  github: ({ address }) => feed(`${address}.atom`),
  gitlab: ({ address }) => feed(`${address}.atom`),
  devto: ({ handle }) => feed(`https://dev.to/feed/${encodeURIComponent(handle)}`),
  medium: onPage,
  substack: onPage,
  tumblr: onPage,
  blog: onPage,
  newsletter: onPage,
  forum: onPage,
  own: onPage,
}

/** `address`: canonical, as it was registered. */
export function feedPlaceOf(platform: Platform, address: string): FeedPlace {
  const place = places[platform]
  if (!place) return null
  if (place === onPage) return { page: address }
  const recognition = recogniseAccount(address, platform)
  return 'account' in recognition ? place(recognition.account) : null
}
