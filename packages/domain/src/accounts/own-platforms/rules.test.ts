import { expect, test } from 'vitest'
import { recogniseAccount, recogniseLink } from '../recognition/rules.ts'
import { readHosts, readPattern } from './rules.ts'
import type { OwnRule } from './schema.ts'

const guild: OwnRule = { id: 'guild', hosts: ['guild.example.fr', 'guilde.example.com'], pattern: '/members/{handle}' }
const square: OwnRule = { id: 'square', hosts: ['square.example.fr'], pattern: null }
const read = (text: string, chosen: 'own' | null = null) => recogniseAccount(text, chosen, [guild, square])

test('an address on a host that the organization added is an account there, one whichever host or form was pasted', () => {
  const forms = [
    'https://guild.example.fr/members/jane',
    'http://guild.example.fr/members/jane/',
    'www.guild.example.fr/members/jane/posts?utm_source=mail#top',
    'https://guilde.example.com/members/jane',
    '  guild.example.fr/members/jane ',
  ].map((text) => read(text.replace('http://', 'https://')))
  for (const form of forms)
    expect(form).toMatchObject({
      account: {
        platform: 'own',
        ownPlatformId: 'guild',
        label: 'jane',
        address: 'https://guild.example.fr/members/jane',
        key: 'site:guild.example.fr/members/jane',
      },
    })
  // Links among the evidence need no table: the same key.
  const link = recogniseLink('https://guild.example.fr/members/jane/posts/12')
  expect('link' in link && link.link.accountKeys).toContain('site:guild.example.fr/members/jane')
  expect(read('https://square.example.fr/jane')).toMatchObject({
    account: { platform: 'own', ownPlatformId: 'square', label: 'square.example.fr/jane' },
  })
})

test('what is no profile there is refused with its reason, and other addresses stay what they were', () => {
  expect(read('https://guild.example.fr/about')).toMatchObject({ refusal: { code: 'address-not-a-profile' } })
  expect(read('http://guild.example.fr/members/jane')).toMatchObject({ refusal: { code: 'address-not-https' } })
  expect(read('https://x.com/jane')).toMatchObject({ account: { platform: 'x' } })
  expect(read('https://x.com/jane', 'own')).toMatchObject({ refusal: { code: 'address-not-recognised' } })
  expect(recogniseAccount('https://guild.example.fr/members/jane')).toMatchObject({ account: { platform: 'blog' } })
})

test('hosts and patterns are read as they are typed, and refused where they would deceive', () => {
  expect(readHosts(' https://www.Guild.example.fr/join, guilde.example.com\nguild.example.fr')).toEqual({
    hosts: ['guild.example.fr', 'guilde.example.com'],
  })
  for (const [text, code] of [
    ['linkedin.com', 'platform-known'],
    ['fr.linkedin.com', 'platform-known'],
    ['localhost', 'address-not-public'],
    ['10.0.0.1', 'address-not-public'],
    ['lïnkedin.com', 'address-unsafe'],
    [' , ', 'required'],
  ] as const)
    expect(readHosts(text), text).toMatchObject({ refusal: { code, field: 'hosts' } })
  expect(readPattern('https://guild.example.fr/members/{handle}/')).toEqual({ pattern: '/members/{handle}' })
  expect(readPattern(' ')).toEqual({ pattern: null })
  for (const text of ['/members', '/{handle}/{handle}', '/**', '/m/{}', '/m?u={handle}', '/m/{other}'])
    expect(readPattern(text), text).toMatchObject({ refusal: { code: 'pattern-invalid' } })
})
