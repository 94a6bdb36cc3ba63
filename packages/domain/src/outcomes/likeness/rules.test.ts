import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clientKey, type Likened, likenessOf, similarity } from './rules.ts'

const won: Likened = {
  externalId: null,
  subject: 'Harland Marine',
  occurredOn: '2026-03-14',
  typeId: 'won',
  valueKind: 'realised',
  value: { minor: '6400000', currency: 'EUR', digits: 2 },
  personIds: ['aicha'],
  isImported: false,
}
const other: Likened = { ...won, personIds: ['jonas'] }
const reasonsOf = (a: Likened, b: Likened) => likenessOf(a, b)?.reasons ?? null
const minor = (amount: string) => ({ minor: amount, currency: 'EUR', digits: 2 })

describe('a client, however it is written', () => {
  test.each([
    ['Harland Marine', 'HARLAND  MARINE, Ltd.'],
    ['Papeteries du Lys', 'S.A.R.L. Papeteries du Lys'],
    ['Café Élysée', 'cafe elysee SAS'],
    ['Müller & Söhne GmbH & Co. KG', 'Muller und Sohne'],
    ['L’Atelier', "L'Atelier S.A."],
    ['Straße AG', 'STRASSE'],
    ['A/S Nordhavn', 'Nordhavn'],
  ])('%s = %s', (a, b) => expect(clientKey(a)).toBe(clientKey(b)))
  test('a name that is nothing but a legal form stays', () => {
    expect(clientKey('SE')).toBe('se')
    expect(clientKey('Co. & Co.')).not.toBe('')
    expect(clientKey(' … ')).toBe('')
  })
  test('a key is its own key', () => {
    const words = fc
      .array(fc.constantFrom('S.A.', 'sa', 'Co.', '&', 'and', 'A/S', 'Harland', '’', 'é', '—'), { maxLength: 6 })
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'binary' })), (text) => {
        expect(clientKey(clientKey(text))).toBe(clientKey(text))
      }),
    )
  })
  test('similarity is that of the database', () => {
    expect(similarity('word', 'two words')).toBeCloseTo(0.363636, 5)
    expect([similarity('abc', 'abc'), similarity('abc', 'xyz'), similarity('', '')]).toEqual([1, 0, 0])
  })
})

describe('two results that may be one', () => {
  test('the same number in the CRM is certain, whatever else differs', () => {
    const deal = { ...other, externalId: 'D-1', subject: 'Else', value: null, occurredOn: '2020-01-01' }
    expect(likenessOf({ ...won, externalId: 'D-1' }, deal)).toEqual({ certainty: 'certain', reasons: ['same-deal', 'other-people'] })
    expect(likenessOf({ ...won, externalId: '' }, { ...deal, externalId: '' })).toBeNull()
  })
  test('like client, like amount, near date, other people: likely, with the reasons', () => {
    expect(reasonsOf(won, other)).toEqual(['same-client', 'same-amount', 'same-day', 'other-people'])
    const near = { ...other, subject: 'Harland', value: minor('6000000'), occurredOn: '2026-03-20', personIds: ['jonas', 'aicha'] }
    expect(reasonsOf(won, near)).toEqual(['like-client', 'like-amount', 'near-day', 'shared-people'])
    expect(reasonsOf(won, { ...other, subject: 'Harlan Marine SA' })).toEqual(['like-client', 'same-amount', 'same-day', 'other-people'])
  })
  test.each<[string, Partial<Likened>]>([
    ['another client', { subject: 'Papeteries du Lys' }],
    ['no client', { subject: '' }],
    ['an amount that contradicts', { value: minor('7200000') }],
    ['a date too far', { occurredOn: '2026-03-29' }],
    ['no date', { occurredOn: null }],
    ['the opportunity it came from', { valueKind: 'potential' }],
    ['an open amount and a client that is only like it', { value: null, subject: 'Harland' }],
    ['an open amount and a week more', { value: null, occurredOn: '2026-03-22' }],
    ['the same people on another day', { personIds: ['aicha'], occurredOn: '2026-03-15' }],
  ])('not with %s', (_, over) => expect(likenessOf(won, { ...other, ...over })).toBeNull())
  test('the same people: only when all is equal, or when an import brought it', () => {
    expect(reasonsOf(won, { ...won })).toContain('shared-people')
    expect(likenessOf(won, { ...won, occurredOn: '2026-03-15', isImported: true, externalId: 'D-1' })?.certainty).toBe('likely')
  })
  test('two deals of the CRM are two', () => {
    expect(likenessOf({ ...won, isImported: true, externalId: 'D-1' }, { ...other, isImported: true, externalId: 'D-2' })).toBeNull()
  })
  test('it is the same from both sides, and every result is like itself claimed by another', () => {
    const some = fc.record<Likened>({
      externalId: fc.constantFrom(null, 'D-1', 'D-2'),
      subject: fc.constantFrom('Harland', 'Harland Marine', 'HARLAND MARINE LTD', 'Lys', 'Papeteries du Lys'),
      occurredOn: fc.constantFrom('2026-03-01', '2026-03-07', '2026-03-14', '2026-03-16', null),
      typeId: fc.constantFrom('won', 'kept', 'hire'),
      valueKind: fc.constantFrom('realised', 'potential', 'none', null),
      value: fc.option(fc.bigInt({ min: 0n, max: 300n }).map((n) => minor(String(n)))),
      personIds: fc.subarray(['aicha', 'jonas', 'claire']),
      isImported: fc.boolean(),
    })
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(likenessOf(a, b)).toEqual(likenessOf(b, a))
        if (likenessOf(a, b)?.certainty === 'certain') expect(a.externalId).toBe(b.externalId)
        const claimedAgain = { ...a, externalId: null, isImported: false, personIds: ['somebody else'] }
        if (a.occurredOn) expect(likenessOf(a, claimedAgain)).not.toBeNull()
      }),
    )
  })
})
