import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idClocks } from '../platforms/schema.ts'
import { postingTime } from './rules.ts'

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const base32 = '234567abcdefghijklmnopqrstuvwxyz'
function write(value: bigint, alphabet: string): string {
  const base = BigInt(alphabet.length)
  return value === 0n ? '' : write(value / base, alphabet) + alphabet[Number(value % base)]
}

describe('posting times', () => {
  it('reads published pairs of id and time', () => {
    expect(postingTime('x', '1050118621198921728')?.at.slice(0, 19)).toBe('2018-10-10T20:19:24')
    expect(postingTime('instagram', write(2384288897814875714n, base64))?.at.slice(0, 19)).toBe('2020-08-26T13:43:27')
    expect(postingTime('discord', '175928847299117063')?.at).toBe('2016-04-30T11:18:25.796Z')
  })

  it.each<[(typeof idClocks)[number], (ms: bigint) => string]>([
    ['x', (ms) => String(((ms - 1288834974657n) << 22n) | 4_000_000n)],
    ['linkedin', (ms) => String((ms << 22n) | 4_000_000n)],
    ['mastodon', (ms) => String((ms << 16n) | 60_000n)],
    ['bluesky', (ms) => write((ms * 1000n + 999n) << 10n, base32).padStart(13, '2')],
    ['instagram', (ms) => write((ms - 1314220021721n) << 23n, base64)],
    ['slack', (ms) => String(ms * 1000n + 999n)],
    ['milliseconds', (ms) => String(ms)],
  ])('%s gives back the millisecond that went in', (clock, idOf) => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2022-06-01'), max: new Date('2038-01-01'), noInvalidDate: true }), (date) => {
        expect(postingTime(clock, idOf(BigInt(date.getTime())))?.at).toBe(date.toISOString())
      }),
    )
  })

  it('says nothing of ids that carry no time', () => {
    expect(postingTime('x', '20')).toBeNull() // the first posts were numbered in a row
    expect(postingTime('x', '29700859247')).toBeNull() // and reached here in seven years
    expect(postingTime('mastodon', '123456')).toBeNull()
    expect(postingTime('mastodon', '9uXLmGmwhIKPw2aHMW')).toBeNull() // other software of the fediverse
    expect(postingTime('bluesky', 'zzzzzzzzzzzzz')).toBeNull()
    for (const clock of idClocks)
      for (const id of ['', '0', '-1', '1e5', ' 1', '9'.repeat(20), '9'.repeat(5000), '१२३'])
        expect(postingTime(clock, id), `${clock} ${id.slice(0, 9)}`).toBeNull()
  })
})
