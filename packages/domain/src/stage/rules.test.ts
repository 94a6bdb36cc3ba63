import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asksAnew,
  changedWords,
  isNamed,
  isRead,
  leadFirst,
  type Participant,
  placeOf,
  scheduleRefusals,
  standingOf,
  withoutClient,
  withoutNames,
  wordFields,
} from './rules.ts'
import { consentAnswers, standings } from './schema.ts'

const person: fc.Arbitrary<Participant> = fc.record({
  personId: fc.uuid(),
  isHere: fc.boolean(),
  isAsked: fc.boolean(),
  answer: fc.constantFrom(...consentAnswers, null),
})
const people = fc.array(person, { minLength: 1, maxLength: 6 })
const day = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10))

describe('consent', () => {
  test('nothing is on stage while anybody who can be asked has not said yes, or anybody said no', () => {
    fc.assert(
      fc.property(people, (all) => {
        const isAgreed = standingOf(all) === 'agreed'
        expect(isAgreed).toBe(all.every(({ isHere, isAsked, answer }) => answer !== 'no' && (!isHere || !isAsked || answer !== null)))
      }),
    )
  })

  test('whoever says no alone is enough, in whatever order they stand; taken back, it is as if it had not been said', () => {
    fc.assert(
      fc.property(people, fc.nat(), (all, at) => {
        const place = at % all.length
        const refusing = all.map((one, i) => (i === place ? { ...one, answer: 'no' as const } : one))
        expect(standingOf(refusing)).toBe('refused')
        expect(standingOf(refusing.toReversed())).toBe('refused')
        expect(standingOf(refusing.map((one, i) => all[i] ?? one))).toBe(standingOf(all))
      }),
    )
  })

  test('named is only who is here and agreed to exactly that', () => {
    fc.assert(
      fc.property(person, (one) => {
        expect(isNamed(one)).toBe(one.isHere && one.answer === 'named')
      }),
    )
  })
})

describe('where it is', () => {
  test('it is read only when everybody agreed, the result stands, nobody took it down and its day has come', () => {
    const placed = fc.record({
      ...{ standing: fc.constantFrom(...standings), isVerified: fc.boolean(), isDown: fc.boolean(), from: day },
      until: fc.option(day, { nil: null }),
    })
    fc.assert(
      fc.property(placed, day, (story, today) => {
        const place = placeOf(story, today)
        expect(isRead(place)).toBe(story.standing === 'agreed' && story.isVerified && !story.isDown && story.from <= today)
        if (place === 'front') expect(story.until === null || story.until >= today).toBe(true)
      }),
    )
  })

  test.each([
    [{ from: '2026-10-10', until: null }, []],
    [{ from: '2026-10-12', until: '2026-10-12' }, []],
    [{ from: '2026-10-09', until: null }, ['from']],
    [{ from: '2026-10-12', until: '2026-10-11' }, ['until']],
  ])('%j', (days, fields) => {
    expect(scheduleRefusals(days, '2026-10-10').map(({ field }) => field)).toEqual(fields)
    expect(scheduleRefusals({ ...days, from: '2026-10-01', until: null }, '2026-10-10', '2026-10-01')).toEqual([])
  })
})

describe('who is not named', () => {
  const given = fc.constantFrom('Aïcha', 'Jonas', 'Wei-Ling', 'Élodie', "O'Brien", 'Zoë')
  const family = fc.constantFrom('Benhaddou', 'Weber', 'Chen', 'Le Goff', 'Müller', 'Osei')
  test('is in no text: neither whole nor in part, whatever the case', () => {
    fc.assert(
      fc.property(given, family, fc.array(fc.string({ unit: 'grapheme', maxLength: 12 })), fc.nat(3), (first, last, words, how) => {
        const name = `${first} ${last}`
        const written = [name, first, last, name.toUpperCase()][how] ?? name
        const told = withoutNames([...words, written, 'et', `(${written})`, ...words].join(' '), [name])
        for (const part of [name, first, last].filter((one) => one !== 'Le Goff'))
          expect(new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${part}(?![\\p{L}\\p{M}\\p{N}])`, 'iu').test(told)).toBe(false)
      }),
    )
  })

  test('nothing else is taken out', () => {
    expect(withoutNames('Thierry Kowalczyk les a écoutées ; le thierryte, non.', ['Thierry Kowalczyk'])).toBe(
      '… les a écoutées ; le thierryte, non.',
    )
    expect(withoutNames('Merci à Le Goff et à Nadège.', ['Nadège Le Goff'])).toBe('Merci à Le … et à ….')
    expect(withoutNames('Un texte sans personne', [])).toBe('Un texte sans personne')
    expect(withoutClient('Chez Lindenau AG, puis Lindenau.', 'Lindenau AG')).toBe('Chez …, puis Lindenau.')
  })

  test('the lead is first and no figure sorts the rest', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ role: fc.constantFrom('lead', 'support', 'coach', 'shadow'), share: fc.nat() })), (all) => {
        const sorted = leadFirst(all)
        expect(leadFirst(all.map((one) => ({ ...one, share: -one.share }))).map(({ role }) => role)).toEqual(sorted.map(({ role }) => role))
        expect(sorted.filter(({ role }) => role !== 'lead')).toEqual(all.filter(({ role }) => role !== 'lead'))
      }),
    )
  })
})

test('other words are asked about anew, spaces are none; a client withheld from now on is not', () => {
  const words = { reason: 'One night.', quote: '', needed: 'A drawing', learnt: '', thanks: 'Jonas', isClientWithheld: false, clientAs: '' }
  for (const field of wordFields) {
    const after = { ...words, [field]: `${words[field]} more` }
    expect([changedWords(words, after), asksAnew(words, after)]).toEqual([[field], true])
    const sameWords = { ...words, [field]: ` ${words[field].replace(' ', '\n ')} ` }
    expect([changedWords(words, sameWords), asksAnew(words, sameWords)]).toEqual([[], false])
  }
  const withheld = { ...words, isClientWithheld: true, clientAs: 'a hospital' }
  expect([changedWords(words, withheld), asksAnew(words, withheld)]).toEqual([['client'], false])
  expect(asksAnew(withheld, words)).toBe(true)
  expect(asksAnew(withheld, { ...withheld, clientAs: 'a hospital in Lyon' })).toBe(true)
})
