import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeLength, codeLetters, codeOf, isCode, readCode } from './codes/rules.ts'
import { mayLeadTo, readDestination, readDomains } from './destinations/rules.ts'
import { linkState } from './rules.ts'
import { linkPlaces } from './schema.ts'
import { campaignOf, readUtm, utmMediums, utmOf, withUtm } from './utm/rules.ts'
import { fewestVisits, shownVisits, type VisitSums } from './visits/rules.ts'

const domains = ['valmont.example.fr', 'harrow.co.uk']
const read = (text: string) => readDestination(text, domains, 'oeuvre.valmont.example.fr')
const refusal = (text: string) => {
  const reading = read(text)
  return 'refusal' in reading ? reading.refusal.code : reading.address
}

describe('where a link may lead', () => {
  test.each([
    ['https://valmont.example.fr', 'https://valmont.example.fr/'],
    ['WWW.Valmont.Example.FR/Salon?a=1#b', 'https://www.valmont.example.fr/Salon?a=1#b'],
    ['https://a.b.harrow.co.uk:443/x/../y', 'https://a.b.harrow.co.uk/y'],
    ['http://valmont.example.fr/', 'destination-not-https'],
    ['javascript:alert(1)//valmont.example.fr', 'destination-not-https'],
    ['https://valmont.example.fr:8443/', 'destination-not-plain'],
    ['https://valmont.example.fr@evil.example.com/', 'destination-not-plain'],
    ['https://evil.example.com/?u=https://valmont.example.fr/', 'destination-not-allowed'],
    ['https://evil.example.com#.valmont.example.fr/', 'destination-not-allowed'],
    ['https://notvalmont.example.fr/', 'destination-not-allowed'],
    ['https://valmont.example.fr.evil.com/', 'destination-not-allowed'],
    ['https://xn--vlmont-4ve.example.fr/', 'destination-not-allowed'],
    ['https://valmont.example.fr\\@evil.com/', 'address-invalid'],
    ['https://val\tmont.example.fr/', 'address-invalid'],
    ['https://valmont.example.fr\u200b.evil.com', 'address-invalid'],
    ['https://127.0.0.1/', 'address-not-public'],
    ['https://2130706433/', 'address-not-public'],
    ['https://[::1]/', 'address-not-public'],
    ['https://intranet/', 'address-not-public'],
    ['https://oeuvre.valmont.example.fr/l/abcdefghjk', 'link-to-link'],
    ['', 'required'],
  ])('%j: %s', (text, expected) => {
    expect(refusal(text)).toBe(expected)
  })

  test('whatever is typed: what is taken is https of an allowed host for every reader of addresses, and is judged the same at each visit', () => {
    const part = fc.constantFrom(
      'https:',
      '//',
      '/',
      '\\',
      '@',
      ':',
      '?',
      '#',
      '.',
      '%2e',
      'valmont.example.fr',
      'evil.com',
      'a',
      ' ',
      '\u3002',
      '443',
      '[::1]',
    )
    const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          text.map((t) => `https://valmont.example.fr${t}`),
          fc.webUrl(),
        ),
        (typed) => {
          const reading = read(typed)
          if ('refusal' in reading) return
          const url = new URL(withUtm(reading.address, utmOf('x', 'abcdefghjk', 'Été')))
          const isOurs =
            url.hostname === 'valmont.example.fr' || url.hostname.endsWith('.valmont.example.fr') || url.hostname.endsWith('harrow.co.uk')
          expect([url.protocol, url.username, url.port, isOurs]).toEqual(['https:', '', '', true])
          expect(mayLeadTo(url.href, domains)).toBe(true)
          expect(mayLeadTo(url.href, ['other.example.org'])).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('domains are an organization’s own: no name under which strangers have theirs, no network where anybody publishes', () => {
    const of = (text: string) => {
      const reading = readDomains(text)
      return 'refusal' in reading ? reading.refusal.code : reading.domains
    }
    expect(of('www.Valmont.fr, https://shop.harrow.co.uk/x\nvalmont.fr')).toEqual(['shop.harrow.co.uk', 'valmont.fr'])
    expect(of('')).toEqual([])
    for (const many of ['co.uk', 'github.io', 'linkedin.com', 'youtube.com', 'x.com'])
      expect(of(many), many).toMatch(/domain-of-many|address-not-public/)
    for (const none of ['localhost', '10.0.0.1', 'intranet', 'fr']) expect(of(none), none).toBe('address-not-public')
    expect(of('a@valmont.fr')).toBe('address-invalid')
  })

  test('withdrawn, expired, blocked, its owner gone: it leads nowhere', () => {
    const now = new Date('2026-11-22T12:00:00Z')
    const working = { mayLead: true, expiresAt: null, isWithdrawn: false, hasOwnerLeft: false }
    const state = (over: Partial<typeof working> | { expiresAt: Date }) => linkState({ ...working, ...over }, now)
    expect([state({}), state({ isWithdrawn: true }), state({ hasOwnerLeft: true }), state({ mayLead: false })]).toEqual([
      'working',
      'withdrawn',
      'ended',
      'blocked',
    ])
    expect([state({ expiresAt: now }), state({ expiresAt: new Date(now.getTime() + 1) })]).toEqual(['expired', 'working'])
  })
})

describe('codes and utm values', () => {
  test('a code is found in what a CRM holds, and nowhere else', () => {
    const code = codeOf(Array.from({ length: codeLength }, (_, n) => n))
    expect(isCode(code)).toBe(true)
    for (const text of [
      code,
      ` ${code.toUpperCase()} `,
      `https://oeuvre.example.fr/l/${code}`,
      `https://valmont.fr/a?x=1&utm_content=${code}&b`,
    ])
      expect(readCode(text), text).toBe(code)
    for (const text of ['', `${code}x`, `/l/${code}x`, 'linkedin', `x${code}`, 'https://valmont.fr/l/'])
      expect(readCode(text), text).toBeNull()
    expect(new Set(codeLetters).size).toBe(31)
  })

  test('one vocabulary: lower case, ASCII, closed mediums, whatever the program is called', () => {
    for (const place of linkPlaces) {
      const { source, medium } = utmOf(place, 'abcdefghjk', null)
      expect(source).toMatch(/^[a-z]+$/)
      expect(utmMediums).toContain(medium)
    }
    expect(campaignOf('Répondre aux exploitants, là où ils demandent — Œuvre n° 2')).toBe(
      'repondre-aux-exploitants-la-ou-ils-demandent-oeuvre-n-2',
    )
    expect([campaignOf('東京'), campaignOf('***')]).toEqual([null, null])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(campaignOf(title) ?? 'a').toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })

  test('ours take the place of utm values that were there; all else stays', () => {
    const at = (address: string) => withUtm(address, utmOf('linkedin', 'abcdefghjk', null))
    const ours = 'utm_source=linkedin&utm_medium=social&utm_content=abcdefghjk'
    expect(at('https://valmont.fr/a?UTM_Source=Old&q=1%202&utm%5fterm=x#top')).toBe(`https://valmont.fr/a?q=1%202&${ours}#top`)
    expect(at('https://valmont.fr/')).toBe(`https://valmont.fr/?${ours}`)
  })
})

test('few visits show their days alone, and no host or device of few is named or can be told from the rest', () => {
  const day = '2026-11-20'
  const sums = (hosts: Record<string, number>): VisitSums => {
    const visits = Object.values(hosts).reduce((a, b) => a + b, 0)
    return {
      kinds: [
        { kind: 'human', visits },
        { kind: 'preview', visits: 9 },
        { kind: 'robot', visits: 2 },
      ],
      days: [{ day, visits }],
      hosts: Object.entries(hosts).map(([host, n]) => ({ host, visits: n })),
      devices: [{ device: 'phone', visits }],
      hours: [{ day, hour: 9, visits }],
    }
  }
  const few = shownVisits(sums({ 'linkedin.com': 4 }))
  expect(few).toEqual({ total: 4, previews: 9, robots: 2, days: [{ day, visits: 4 }], hosts: null, devices: null, hours: null })
  expect(shownVisits(sums({ 'linkedin.com': 5 }))).toMatchObject({
    hosts: [{ host: 'linkedin.com', visits: 5 }],
    devices: [{ device: 'phone', visits: 5 }],
  })
  expect(shownVisits(sums({ 'linkedin.com': 9, 'x.com': 7, 'a.example.org': 1 })).hosts).toEqual([
    { host: 'linkedin.com', visits: 9 },
    { host: '', visits: 8 },
  ])
  const two = {
    ...sums({ a: 8 }),
    days: [
      { day, visits: 4 },
      { day: '2026-11-21', visits: 4 },
    ],
    hours: [{ day, hour: 9, visits: 4 }],
  }
  expect(shownVisits(two).hours).toBeNull()
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{0,3}$/), fc.integer({ min: 1, max: 12 }), { maxKeys: 8 }), (hosts) => {
      const shown = shownVisits(sums(hosts))
      const total = Object.values(hosts).reduce((a, b) => a + b, 0)
      if (total < fewestVisits) expect(shown.hosts).toBeNull()
      else {
        expect(shown.hosts?.reduce((sum, { visits }) => sum + visits, 0)).toBe(total)
        for (const { visits } of shown.hosts ?? []) expect(visits).toBeGreaterThanOrEqual(fewestVisits)
      }
    }),
  )
})

test('what a CRM kept of the values names a link: the source and one more, from columns or an address; content that is not ours names none', () => {
  const of = (...cells: [header: string, text: string][]) => readUtm(cells.map(([header, text]) => ({ header, text })))
  expect([
    of(['utm_source', ' LinkedIn '], ['UTM Medium', 'social'], ['utm_campaign', 'salon']),
    of(['Landing page', 'https://a.example.org/x?utm_source=email&b=1&utm_campaign=Salon']),
    of(['utm_source', 'linkedin'], ['utm_campaign', '']),
    of(['utm_medium', 'social'], ['utm_campaign', 'salon']),
    of(['utm_source', 'linkedin'], ['utm_medium', 'social'], ['utm_content', 'banner-2']),
    of(['Landing page', 'https://a.example.org/x']),
  ]).toEqual([
    { source: 'linkedin', medium: 'social', campaign: 'salon' },
    { source: 'email', medium: null, campaign: 'salon' },
    ...[null, null, null, null],
  ])
})
