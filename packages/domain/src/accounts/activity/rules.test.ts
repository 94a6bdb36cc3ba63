import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../time/calendar.ts'
import { feedPlaceOf } from '../feed-places/rules.ts'
import { readPage } from '../page-links/rules.ts'
import { provenBy } from '../proofs/rules.ts'
import { recogniseAccount } from '../recognition/rules.ts'
import { activityOf, type Signs } from './rules.ts'

const none: Signs = { registeredOn: '2026-01-01', closedOn: null, usedOn: null, resultOn: null, visitedOn: null, postedOn: null }
const day = (n: number) => addDays('2026-01-01', n)

test('active for 90 days from the latest sign, quiet for 90 more, then abandoned; closed as the owner says', () => {
  for (const [n, state] of [
    [0, 'active'],
    [89, 'active'],
    [90, 'quiet'],
    [179, 'quiet'],
    [180, 'abandoned'],
    [2000, 'abandoned'],
  ] as const)
    expect(activityOf(none, day(n))).toEqual({ state, sign: 'registered', since: '2026-01-01' })
  const signs = { ...none, usedOn: day(100), postedOn: day(150), resultOn: day(120) }
  expect(activityOf(signs, day(239))).toEqual({ state: 'active', sign: 'post', since: day(150) })
  expect(activityOf(signs, day(110))).toEqual({ state: 'active', sign: 'used', since: day(100) })
  expect(activityOf({ ...signs, closedOn: day(160) }, day(170))).toEqual({ state: 'closed', sign: 'closed', since: day(160) })
  expect(activityOf({ ...signs, closedOn: day(160) }, day(155)).state).toBe('active')
  expect(activityOf({ ...none, usedOn: day(0), resultOn: day(0), postedOn: day(0) }, day(1)).sign).toBe('result')
  expect(activityOf({ ...none, usedOn: day(0) }, day(1)).sign).toBe('used')
})

test('one more sign never makes an account quieter', () => {
  const order = ['abandoned', 'quiet', 'active']
  const days = fc.integer({ min: 0, max: 600 }).map(day)
  fc.assert(
    fc.property(
      fc.record({ usedOn: fc.option(days), resultOn: fc.option(days), postedOn: fc.option(days) }),
      days,
      days,
      (signs, extra, on) => {
        const without = activityOf({ ...none, ...signs }, on)
        const more = activityOf({ ...none, ...signs, visitedOn: extra }, on)
        expect(order.indexOf(more.state)).toBeGreaterThanOrEqual(order.indexOf(without.state))
      },
    ),
  )
})

test('feeds are where open standards put them; closed networks have none', () => {
  const place = (address: string) => {
    const found = recogniseAccount(address)
    return 'account' in found ? feedPlaceOf(found.account.platform, found.account.address) : found
  }
  expect(place('https://piaille.fr/@jane')).toEqual({ feed: 'https://piaille.fr/@jane.rss' })
  expect(place('https://bsky.app/profile/jane.bsky.social')).toMatchObject({ feed: expect.stringContaining('actor=jane.bsky.social') })
  expect(place('https://www.youtube.com/channel/UC4QobU6STFB0P71PMvOGN5A')).toEqual({
    feed: 'https://www.youtube.com/feeds/videos.xml?channel_id=UC4QobU6STFB0P71PMvOGN5A',
  })
  expect(place('https://github.com/jane')).toEqual({ feed: 'https://github.com/jane.atom' })
  expect(place('https://jane.example.org/blog')).toEqual({ page: 'https://jane.example.org/blog' })
  for (const closed of [
    'https://www.linkedin.com/in/jane-doe',
    'https://x.com/jane',
    'https://www.instagram.com/jane/',
    'https://www.youtube.com/@jane',
  ])
    expect(place(closed), closed).toBeNull()
})

test('a code in the text or a link that says "me" proves; the code in a script, or another’s profile, does not', () => {
  const code = 'oeuvre-abc234def567'
  const provenKeys = new Set(['github:profile:jane', 'github:user:jane'].concat(keyOf('https://github.com/jane')))
  const by = (html: string) => provenBy(readPage(html), { code, provenKeys })
  expect(by(`<p>Hello &mdash; ${code}</p>`)).toBe('code')
  expect(by(`<head><meta name="description" content="${code}"></head>`)).toBe('code')
  expect(by(`<script>var x = "${code}"</script><p>none</p>`)).toBeNull()
  expect(by('<a rel="nofollow me" href="https://github.com/Jane/">me</a>')).toBe('rel-me')
  expect(by('<a href="https://github.com/jane">a friend</a><a rel="me" href="https://github.com/bob">bob</a>')).toBeNull()
  expect(readPage('<link rel="alternate" type="application/rss+xml" href="/feed.xml"><p').feeds).toEqual(['/feed.xml'])
})

function keyOf(address: string): string {
  const found = recogniseAccount(address)
  return 'account' in found ? found.account.key : ''
}
