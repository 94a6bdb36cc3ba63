import type { IdClock } from '../platforms/schema.ts'

/**
 * Ids of many platforms begin with the time at which they were made, so an address tells when a post appeared without asking
 * anybody. Each clock: how the number is cut, where it counts from, from when on the platform gave such ids (smaller ones are older
 * serial numbers and tell nothing), and whether the platform made the id itself.
 *
 * - `x`: snowflake, milliseconds since 2010-11-04T01:42:54.657Z above 22 bits; serial numbers before.
 * - `linkedin`: activity, share and ugcPost ids, Unix milliseconds above 22 bits.
 * - `mastodon`: Unix milliseconds above 16 bits, since version 2.0 (October 2017). Other software of the fediverse numbers otherwise
 *   and back-dated posts carry the date they claim: likely, not certain.
 * - `bluesky`: TID, 53 bits of Unix microseconds above 10 bits in base 32; made by the author's own client: likely.
 * - `instagram` (and Threads): the shortcode is the id in base 64, milliseconds since 2011-08-24T21:07:01.721Z above 23 bits: when the upload
 *   began, which can be long before it appeared: likely.
 * - `tiktok`: Unix seconds above 32 bits.
 * - `discord`: snowflake, milliseconds since 2015 above 22 bits.
 * - `slack`: `p` and Unix microseconds. `milliseconds` (Teams): Unix milliseconds as they are.
 */
type Clock = {
  readonly read: (id: string) => bigint | null
  readonly from: string
  readonly isCertain: boolean
}

const base32 = '234567abcdefghijklmnopqrstuvwxyz'
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const clocks: Record<IdClock, Clock> = {
  x: { read: (id) => shifted(decimal(id), 22n, 1_288_834_974_657n), from: '2010-11-05T00:00:00Z', isCertain: true },
  linkedin: { read: (id) => shifted(decimal(id), 22n, 0n), from: '2010-01-01T00:00:00Z', isCertain: true },
  mastodon: { read: (id) => shifted(decimal(id), 16n, 0n), from: '2016-11-01T00:00:00Z', isCertain: false },
  bluesky: {
    read: (id) => micro(shifted(/^[2-7a-j][2-7a-z]{12}$/.test(id) ? digits(id, base32) : null, 10n, 0n)),
    from: '2022-01-01T00:00:00Z',
    isCertain: false,
  },
  instagram: {
    read: (id) => shifted(id.length <= 11 ? digits(id, base64) : null, 23n, 1_314_220_021_721n),
    from: '2011-09-01T00:00:00Z',
    isCertain: false,
  },
  tiktok: { read: (id) => thousandfold(shifted(decimal(id), 32n, 0n)), from: '2014-01-01T00:00:00Z', isCertain: true },
  discord: { read: (id) => shifted(decimal(id), 22n, 1_420_070_400_000n), from: '2015-01-02T00:00:00Z', isCertain: true },
  slack: { read: (id) => (id.length === 16 ? micro(decimal(id)) : null), from: '2013-01-01T00:00:00Z', isCertain: true },
  milliseconds: { read: (id) => decimal(id), from: '2010-01-01T00:00:00Z', isCertain: true },
}

/** No platform will have written a time beyond this in an id that means what we think it means. */
const latest = Date.parse('2100-01-01T00:00:00Z')

export type PostingTime = {
  /** ISO instant, UTC. Whoever wants a day takes the organization's zone. */
  readonly at: string
  /** False: the id was made by a server or client that may have numbered otherwise; offer it, never rely on it. */
  readonly isCertain: boolean
}

/** When the post with this id appeared; null where the id does not tell. */
export function postingTime(clock: IdClock, id: string): PostingTime | null {
  const { read, from, isCertain } = clocks[clock]
  if (id.length > 20) return null
  const milliseconds = read(id)
  if (milliseconds === null || milliseconds < BigInt(Date.parse(from)) || milliseconds >= BigInt(latest)) return null
  return { at: new Date(Number(milliseconds)).toISOString(), isCertain }
}

function decimal(text: string): bigint | null {
  return /^[1-9]\d{0,19}$/.test(text) ? BigInt(text) : null
}

function digits(text: string, alphabet: string): bigint | null {
  let value = 0n
  for (const character of text) {
    const digit = alphabet.indexOf(character)
    if (digit < 0) return null
    value = value * BigInt(alphabet.length) + BigInt(digit)
  }
  return value
}

function shifted(value: bigint | null, bits: bigint, epoch: bigint): bigint | null {
  return value === null ? null : (value >> bits) + epoch
}

function micro(value: bigint | null): bigint | null {
  return value === null ? null : value / 1000n
}

function thousandfold(value: bigint | null): bigint | null {
  return value === null ? null : value * 1000n
}
