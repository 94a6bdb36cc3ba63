import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChannelKind, checkDraft, checkSubmission, contributorsOf, type OutcomeFacts, rungOf, sideOf } from './rules.ts'
import { OutcomeDraft, type OutcomeDraftInput, outcomeStates } from './schema.ts'

const id = (n: number) => `0198f2a0-0000-7000-8000-${String(n).padStart(12, '0')}`
const [won, hired, claire, thierry, ines, gone, phone, linkedin, mine, others] = Array.from({ length: 10 }, (_, n) => id(n + 1)) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

const facts: OutcomeFacts = {
  today: '2026-10-12',
  firstAllowedDay: '2000-01-01',
  authorId: claire,
  types: new Map([
    [won, { valueKind: 'realised' }],
    [hired, { valueKind: 'none' }],
  ]),
  channels: new Map([
    [phone, { kind: 'conventional' }],
    [linkedin, { kind: 'social' }],
  ]),
  people: new Map<string, { leftOn: string | null }>([
    [claire, { leftOn: null }],
    [thierry, { leftOn: null }],
    [ines, { leftOn: null }],
    [gone, { leftOn: '2026-06-30' }],
  ]),
  accounts: new Map([
    [mine, { personId: claire }],
    [others, { personId: ines }],
  ]),
  skillIds: new Set(),
  objectiveIds: new Set(),
  programs: new Map(),
  fileNames: new Map(),
}
const complete: OutcomeDraftInput = { id: id(100), typeId: won, subject: 'Harland Marine', occurredOn: '2026-10-09' }
const person = (personId: string, weight = 1, role: 'lead' | 'support' = 'support') => ({ personId, weight, role })

function refusals(change: Partial<OutcomeDraftInput>, some: Partial<OutcomeFacts> = {}) {
  return checkSubmission(OutcomeDraft.parse({ ...complete, ...change }), { ...facts, ...some })
}

describe('sending for review', () => {
  test('three answers are enough', () => {
    expect(refusals({})).toEqual([])
  })

  test('and are required, each beside its field', () => {
    expect(checkSubmission(OutcomeDraft.parse({ id: complete.id, subject: ' \u00a0' }), facts)).toEqual([
      { code: 'required', field: 'typeId' },
      { code: 'required', field: 'subject' },
      { code: 'required', field: 'occurredOn' },
    ])
  })

  test('days: today is allowed, tomorrow is not; the first allowed day is allowed', () => {
    expect(refusals({ occurredOn: '2026-10-12' })).toEqual([])
    expect(refusals({ occurredOn: '2026-10-13' })).toEqual([
      { code: 'date-in-future', field: 'occurredOn', params: { today: '2026-10-12' } },
    ])
    expect(refusals({ occurredOn: '2000-01-01' })).toEqual([])
    expect(refusals({ occurredOn: '1999-12-31' })).toEqual([
      { code: 'date-too-early', field: 'occurredOn', params: { firstAllowedDay: '2000-01-01' } },
    ])
    expect(refusals({ firstTouchOn: '2026-10-13' })).toMatchObject([{ code: 'date-in-future', field: 'firstTouchOn' }])
  })

  test('a first touch after the result is no fault: real files hold one', () => {
    expect(refusals({ occurredOn: '2026-10-07', firstTouchOn: '2026-10-09' })).toEqual([])
  })

  test('values', () => {
    const value = (amount: string, currency = 'EUR') => ({ value: { amount, currency } })
    expect(refusals(value('64,000'))).toEqual([])
    expect(refusals(value('0'))).toEqual([])
    expect(refusals(value('-1'))).toEqual([{ code: 'amount-negative', field: 'value.amount' }])
    expect(refusals(value('1', 'EURO'))).toEqual([{ code: 'unknown-currency', field: 'value.currency', params: { currency: 'EURO' } }])
    expect(refusals(value('1000000000001'))).toMatchObject([{ code: 'amount-too-large', field: 'value.amount' }])
    expect(refusals({ ...value('5'), typeId: hired })).toEqual([{ code: 'value-not-allowed', field: 'value.amount' }])
    expect(refusals({ typeId: hired })).toEqual([])
  })

  test('what is named must exist', () => {
    expect(refusals({ typeId: id(99) })).toEqual([{ code: 'unknown-type', field: 'typeId' }])
    expect(refusals({ channels: [{ channelId: phone }, { channelId: id(99) }] })).toEqual([
      { code: 'unknown-channel', field: 'channels.1' },
    ])
    expect(refusals({ skillId: id(99) })).toEqual([{ code: 'not-found', field: 'skillId' }])
    expect(refusals({ contributors: [person(claire, 1, 'lead'), person(id(99))] })).toEqual([
      { code: 'not-found', field: 'contributors.1.personId' },
    ])
  })

  test('an account belongs to somebody named, and to a social channel', () => {
    const channel = (channelId: string, accountId: string) => ({ channels: [{ channelId, accountId }] })
    const refused = [{ code: 'account-not-usable', field: 'channels.0' }]
    expect(refusals(channel(linkedin, mine))).toEqual([])
    expect(refusals(channel(linkedin, others))).toEqual(refused)
    expect(refusals({ ...channel(linkedin, others), contributors: [person(claire, 1, 'lead'), person(ines)] })).toEqual([])
    expect(refusals(channel(phone, mine))).toEqual(refused)
    expect(refusals(channel(linkedin, id(99)))).toEqual(refused)
    expect(refusals({ channels: [{ channelId: phone }], isWithoutChannel: true })).toEqual([{ code: 'invalid-input', field: 'channels' }])
  })

  test('one lead, nobody twice', () => {
    expect(refusals({ contributors: [person(claire), person(ines)] })).toEqual([{ code: 'no-lead', field: 'contributors' }])
    expect(refusals({ contributors: [person(claire, 1, 'lead'), person(ines, 1, 'lead')] })).toEqual([
      { code: 'several-leads', field: 'contributors', params: { leads: 2 } },
    ])
    expect(refusals({ contributors: [person(claire, 1, 'lead'), person(ines), person(ines)] })).toEqual([
      { code: 'contributor-twice', field: 'contributors.2.personId' },
    ])
  })

  test('shares add up', () => {
    const split = (weightsAre: 'parts' | 'basis-points', ...weights: number[]) =>
      refusals({ weightsAre, contributors: weights.map((w, i) => person([claire, thierry, ines][i]!, w, i === 0 ? 'lead' : 'support')) })
    expect(split('parts', 1, 1, 1)).toEqual([])
    expect(split('parts', 0, 1)).toEqual([])
    expect(split('parts', 0, 0)).toEqual([{ code: 'shares-do-not-add-up', field: 'contributors', params: { sum: 0, whole: 10_000 } }])
    expect(split('basis-points', 5000, 3000, 2000)).toEqual([])
    expect(split('basis-points', 5000, 3000, 1999)).toEqual([
      { code: 'shares-do-not-add-up', field: 'contributors', params: { sum: 9999, whole: 10_000 } },
    ])
    expect(split('basis-points', 5000, 5001)).toMatchObject([{ code: 'shares-do-not-add-up' }])
  })

  test('a share is refused only to those who had left before the day of the result', () => {
    const on = (occurredOn: string) => refusals({ occurredOn, contributors: [person(claire, 1, 'lead'), person(gone)] })
    expect(on('2026-06-29')).toEqual([])
    expect(on('2026-06-30')).toEqual([])
    expect(on('2026-07-01')).toEqual([{ code: 'person-has-left', field: 'contributors.1.personId', params: { leftOn: '2026-06-30' } }])
    expect(refusals({}, { authorId: gone })).toMatchObject([{ code: 'person-has-left' }])
  })
})

describe('keeping a draft', () => {
  test('what is not finished is kept, what cannot be stored is not', () => {
    const draft = (change: Partial<OutcomeDraftInput>) => checkDraft(OutcomeDraft.parse({ id: complete.id, ...change }), facts)
    expect(draft({})).toEqual([])
    expect(draft({ occurredOn: '2030-01-01', contributors: [person(claire, 0), person(gone, 0)] })).toEqual([])
    expect(draft({ typeId: id(99) })).toMatchObject([{ code: 'unknown-type' }])
    expect(draft({ value: { amount: 'douze', currency: 'EUR' } })).toEqual([{ code: 'amount-invalid', field: 'value.amount' }])
  })

  test('nobody named: the author alone', () => {
    expect(contributorsOf({ contributors: [] }, claire)).toEqual([person(claire, 1, 'lead')])
    expect(contributorsOf({ contributors: [person(ines, 1, 'lead')] }, claire)).toEqual([person(ines, 1, 'lead')])
    expect(contributorsOf({ contributors: [] }, null)).toEqual([])
  })
})

describe('side and rung', () => {
  test('side', () => {
    expect([
      sideOf([]),
      sideOf(['social']),
      sideOf(['conventional', 'conventional']),
      sideOf(['social', 'conventional', 'social']),
    ]).toEqual(['not-stated', 'social', 'conventional', 'both'])
    const kinds = fc.array(fc.constantFrom<ChannelKind>('social', 'conventional'))
    fc.assert(fc.property(kinds, kinds, (a, b) => sideOf([...a, ...b]) === sideOf([...b, ...a, ...a])))
  })

  test('rung: the highest reached, and above 3 only what is verified', () => {
    const standing = fc.record({
      state: fc.constantFrom(...outcomeStates),
      isMatchedToCrm: fc.boolean(),
      hasEvidence: fc.boolean(),
      isCorroborated: fc.boolean(),
    })
    fc.assert(fc.property(standing, (s) => rungOf(s) > 3 === (s.state === 'verified')))
    const submitted = { state: 'submitted', isMatchedToCrm: false, hasEvidence: false, isCorroborated: false } as const
    expect(rungOf(submitted)).toBe(1)
    expect(rungOf({ ...submitted, hasEvidence: true })).toBe(2)
    expect(rungOf({ ...submitted, isCorroborated: true })).toBe(3)
    expect(rungOf({ ...submitted, state: 'verified' })).toBe(4)
    expect(rungOf({ ...submitted, state: 'verified', isMatchedToCrm: true })).toBe(5)
  })
})
