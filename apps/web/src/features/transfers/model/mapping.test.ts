import type { Reading } from '@oeuvre/domain/transfers/overview/schema'
import { newTally, profileOf, tallyCell } from '@oeuvre/domain/transfers/profile/rules'
import { DealMapping } from '@oeuvre/domain/transfers/schema'
import { expect, test } from 'vitest'
import { assignField, readChannel, readStage, writeChannel, writeStage } from './mapping.ts'

const types = [{ id: '00000000-0000-4000-8000-000000000001', code: 'client-won', name: null, valueKind: 'realised' as const }]

function column(header: string, ...cells: string[]) {
  const tally = newTally()
  for (const cell of cells) tallyCell(tally, cell)
  return { header, profile: profileOf(tally) }
}
const columns = [column('a', '13/02/2024'), column('b', '2024-02-13'), column('c', 'Won', 'Zombie'), column('d', 'x', 'y')]
const reading: Reading = {
  dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', hasHeader: true, isOwnExport: false },
  preset: null,
  rows: 2,
  columns,
}
const mapping = DealMapping.parse({
  kind: 'deals',
  columns: columns.map(({ header }) => ({ header, field: null })),
  constants: {},
  stages: [],
  channels: [],
  createPersons: false,
})

test('one column has a meaning at a time, with the conventions of its own cells', () => {
  const first = assignField(mapping, 0, 'closedOn', { reading, types })
  const second = assignField(first, 1, 'closedOn', { reading, types })
  expect(first.columns.map(({ field, dateOrder }) => [field, dateOrder])).toEqual([
    ['closedOn', 'dmy'],
    [null, null],
    [null, null],
    [null, null],
  ])
  expect(second.columns.map(({ field, dateOrder }) => [field, dateOrder])).toEqual([
    [null, 'dmy'],
    ['closedOn', 'ymd'],
    [null, null],
    [null, null],
  ])
})

test('several columns may name people; an unknown meaning is none', () => {
  const both = assignField(assignField(mapping, 0, 'contributor', { reading, types }), 3, 'contributor', { reading, types })
  expect(both.columns.map(({ field }) => field)).toEqual(['contributor', null, null, 'contributor'])
  expect(assignField(both, 0, 'shoe size', { reading, types }).columns[0]?.field).toBeNull()
})

test('a column of stages brings its words, those that nobody knows unanswered', () => {
  const found = assignField(mapping, 2, 'stage', { reading, types })
  expect(found.kind === 'deals' && found.stages).toEqual([
    { value: 'Won', meaning: { kind: 'outcome', typeId: types[0]?.id } },
    { value: 'Zombie', meaning: null },
  ])
})

test('choices are read as they are written', () => {
  for (const meaning of [
    { kind: 'outcome', typeId: 'x' },
    { kind: 'leaveOut', why: 'lost' },
    { kind: 'leaveOut', why: 'ignored' },
  ] as const)
    expect(readStage(writeStage(meaning))).toEqual(meaning)
  for (const meaning of [
    { kind: 'social', platform: null },
    { kind: 'social', platform: 'x' },
    { kind: 'conventional', name: 'social:' },
    { kind: 'notStated' },
  ] as const)
    expect(readChannel(writeChannel(meaning))).toEqual(meaning)
})
