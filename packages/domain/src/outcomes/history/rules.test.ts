import { expect, test } from 'vitest'
import { changedFields, type Snapshot } from './rules.ts'

const before: Snapshot = {
  type: 't1',
  title: 'Le message de 6 h 12',
  subject: 'Stadtwerke Lindenau',
  occurredOn: '2026-09-14',
  value: { minor: '17800000', currency: 'EUR', digits: 2 },
  channels: [
    { channelId: 'c1', accountId: 'a1' },
    { channelId: 'c2', accountId: null },
  ],
  contributors: [
    { personId: 'p1', role: 'lead', weight: 1 },
    { personId: 'p2', role: 'support', weight: 1 },
  ],
  evidence: [],
  situation: '',
  action: '',
  result: '',
  skill: null,
  firstTouchOn: null,
  externalId: null,
}

test('nothing changed, in whatever order it is written', () => {
  const reordered = { ...before, channels: before.channels.toReversed(), contributors: before.contributors.toReversed() }
  const moneyReordered = { ...before, value: { digits: 2, currency: 'EUR', minor: '17800000' } }
  expect([changedFields(before, before), changedFields(before, reordered), changedFields(before, moneyReordered)]).toEqual([[], [], []])
})

test('each field that differs, in the order of the form', () => {
  const after: Snapshot = {
    ...before,
    result: 'Trois arbres commandés',
    value: { minor: '18640000', currency: 'EUR', digits: 2 },
    contributors: [{ personId: 'p1', role: 'lead', weight: 2 }, ...before.contributors.slice(1)],
    subject: 'Stadtwerke Lindenau ',
  }
  expect(changedFields(before, after)).toEqual(['subject', 'value', 'contributors', 'result'])
  expect(changedFields(before, { ...before, value: null })).toEqual(['value'])
  expect(changedFields(before, { ...before, channels: [{ channelId: 'c1', accountId: null }] })).toEqual(['channels'])
})
