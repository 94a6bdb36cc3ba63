import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Platform } from '../platforms/schema.ts'
import { recogniseAccount } from './rules.ts'

/** Addresses as other projects' tests judge them, read where they lie; they are no part of this repository. */
type Sample = { platform: string; input: string; valid: boolean; url: string | null; handle: string | null; source: string; note: string }

const root = join(dirname(fileURLToPath(import.meta.url)), '../../../../..')
const file = ['../shared', '../../shared'].map((place) => join(root, place, 'data/social-addresses.json')).find((path) => existsSync(path))
const samples: Sample[] = file ? JSON.parse(readFileSync(file, 'utf8')) : []

const ourNames: Readonly<Record<string, Platform>> = { dev_to: 'devto', twitter: 'x' }
/** What the sources' authors had chosen is the platform, except where they tell the platform from the address. */
const platformOf = (sample: Sample) => ourNames[sample.platform] ?? (sample.platform as Platform)

const tracked = 'parameters and fragment never make another account; pasted links are full of them'
const bareName = 'a Bluesky handle is a domain name: one without a dot is of bsky.social, and both ways of writing are one account'
const home = "an account is its own server's, wherever it was looked at: else one account would be two"

/** Where we decide otherwise than the source, each with the reason. `ours` is the canonical address, or null for a refusal. */
const disagreements: readonly { platform: string; input: string; ours: string | null; reason: string }[] = [
  { platform: 'linkedin', input: 'linkedin.com/in/johnsmith#fragment', ours: 'https://www.linkedin.com/in/johnsmith', reason: tracked },
  { platform: 'linkedin', input: 'linkedin.com/in/johnsmith?foo=1', ours: 'https://www.linkedin.com/in/johnsmith', reason: tracked },
  {
    platform: 'linkedin',
    input: 'invalid-url',
    ours: 'https://www.linkedin.com/in/invalid-url',
    reason: 'no address, but a name that LinkedIn gives; we take names too',
  },
  { platform: 'bluesky', input: 'bsky.app/profile/username', ours: 'https://bsky.app/profile/username.bsky.social', reason: bareName },
  {
    platform: 'bluesky',
    input: 'https://bsky.app/profile/username',
    ours: 'https://bsky.app/profile/username.bsky.social',
    reason: bareName,
  },
  { platform: 'mastodon', input: 'mastodon.social/@user@other.instance', ours: 'https://other.instance/@user', reason: home },
  { platform: 'mastodon', input: 'mastodon.xyz/@Flipboard@flipboard.social', ours: 'https://flipboard.social/@Flipboard', reason: home },
  {
    platform: 'substack',
    input: 'https://gkucmierz',
    ours: null,
    reason: 'a host without a dot is no public address; the source lost the rest',
  },
  {
    platform: 'twitter',
    input: 'https://linkedin.com/mwlite/in/gkucmierz',
    ours: null,
    reason: 'a LinkedIn profile; the source filed it under the wrong platform',
  },
]

const disagreementOn = (sample: Sample) =>
  disagreements.find(({ platform, input }) => platform === sample.platform && input === sample.input)
const decide = (sample: Sample) => recogniseAccount(sample.input, platformOf(sample))
/** Sources write a handle with or without @ and once with the closing slash: spelling, not a decision. */
const bare = (handle: string) => handle.replace(/^@/, '').replace(/\/$/, '')

if (!file) console.warn('skipped: ../shared/data is not here')

describe.skipIf(!file)('addresses that other projects judged', () => {
  it.each(samples.map((sample) => [sample.platform, sample.input, sample] as const))('%s %s', (_, __, sample) => {
    const decision = decide(sample)
    const disagreement = disagreementOn(sample)
    if (disagreement) {
      expect('account' in decision ? decision.account.address : null).toBe(disagreement.ours)
      return
    }
    expect('account' in decision, JSON.stringify(decision)).toBe(sample.valid)
    if (!('account' in decision)) return
    if (sample.url) expect(decision.account.address).toBe(sample.url)
    if (sample.handle) expect([decision.account.handle, bare(decision.account.label)]).toContain(bare(sample.handle))
  })

  it('lists only disagreements', () => {
    for (const { platform, input, ours } of disagreements) {
      const sample = samples.find((candidate) => candidate.platform === platform && candidate.input === input)
      expect(sample, input).toBeDefined()
      const isSameVerdict = sample?.valid === (ours !== null)
      expect(isSameVerdict && (ours === null || sample?.url === ours), input).toBe(false)
    }
  })

  it('tells the platform from the address alone, where there is one', () => {
    const alone = samples.filter(
      (sample) => sample.valid && !disagreementOn(sample) && /^(?:https?:\/\/|www\.|[a-z]+\.[a-z]+\/)/.test(sample.input),
    )
    expect(alone.length).toBeGreaterThan(35)
    for (const sample of alone) {
      const decision = recogniseAccount(sample.input)
      expect('account' in decision ? decision.account.platform : decision, sample.input).toBe(platformOf(sample))
    }
  })
})
