import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { words } from '../patterns/rules.ts'
import { platformNames } from '../platform-names/schema.ts'
import { recogniseAccount, recogniseLink } from '../recognition/rules.ts'
import { knownHosts, platformOfHost, platformRules } from './rules.ts'
import { platforms } from './schema.ts'

describe('the table of platforms', () => {
  it('claims each host once', () => {
    expect(new Set(knownHosts).size).toBe(knownHosts.length)
    for (const [platform, rule] of Object.entries(platformRules))
      for (const host of words(rule.hosts)) expect(platformOfHost(`www.${host}`), host).toBe(platform)
  })

  it('reads its own canonical addresses, to the same account', () => {
    const name = fc.constantFrom(
      'jane',
      'Jane-Doe',
      'jane_doe',
      'jane.doe',
      'élodie',
      '3573210',
      'U0123ABCD',
      '175928847299117063',
      '0000-0002-1825-0097',
      'UC4QobU6STFB0P71PMvOGN5A',
    )
    let read = 0
    fc.assert(
      fc.property(name, fc.constantFrom(...platforms), (handle, platform) => {
        const first = recogniseAccount(handle, platform)
        if (!('account' in first)) return
        read++
        expect(recogniseAccount(first.account.address, platform)).toEqual(first)
        const alone = recogniseAccount(first.account.address)
        expect('account' in alone && { key: alone.account.key, platform: alone.account.platform }).toEqual({
          key: first.account.key,
          platform,
        })
        expect('link' in recogniseLink(first.account.address) && recogniseLink(first.account.address)).toMatchObject({
          link: { what: 'profile', accountKeys: [first.account.key] },
        })
      }),
      { numRuns: 600 },
    )
    expect(read).toBeGreaterThan(100)
  })

  it('never throws, and never accepts what it could not read back', () => {
    const near = fc.constantFrom(
      'https://',
      'linkedin.com',
      '/in/',
      '@',
      'x.com/',
      'é',
      '%2f',
      '%',
      '..',
      '?',
      '#!/',
      'bsky.app/profile/',
      ':',
      '\\',
      ' ',
      '\u0000',
      'xn--',
      'jane',
      '.',
      '[',
      'did:plc:',
      'и',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(near, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 9 }),
        fc.option(fc.constantFrom(...platforms)),
        (parts, platform) => {
          const decision = recogniseAccount(parts.join(''), platform)
          recogniseLink(parts.join(''))
          if (!('account' in decision)) return
          expect(decision.account.address).toMatch(/^https:\/\/[a-z0-9.-]+\.[a-z0-9-]+(?:\/|$)/)
          expect(recogniseAccount(decision.account.address, decision.account.platform)).toMatchObject({
            account: { key: decision.account.key },
          })
        },
      ),
      { numRuns: 800 },
    )
  })

  it('has a name for each', () => {
    for (const platform of platforms) expect(platformNames[platform]).not.toBe('')
  })
})
