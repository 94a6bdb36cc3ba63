import { describe, expect, test } from 'vitest'
import { sideOf } from '../channels/rules.ts'
import { mappingGaps } from '../completeness/rules.ts'
import { newTally, profileOf, tallyCell } from '../profile/rules.ts'
import { DealMapping } from '../schema.ts'
import { dealFingerprint, dealReader, unitePersons } from './rules.ts'
import type { DealContext } from './schema.ts'

const won = '00000000-0000-4000-8000-000000000001'
const found = '00000000-0000-4000-8000-000000000002'
const context: DealContext = {
  timeZone: 'Europe/Paris',
  today: '2026-11-22',
  firstAllowedDay: '2000-01-01',
  valueKinds: new Map([
    [won, 'realised'],
    [found, 'potential'],
  ]),
}
const headers = ['id', 'client', 'stage', 'closed', 'opened', 'value', 'currency', 'origin', 'owner', 'sdr', 'note', 'other'] as const
const fields = [
  'externalId',
  'subject',
  'stage',
  'closedOn',
  'openedOn',
  'value',
  'currency',
  'channel',
  'lead',
  'contributor',
  'story',
  null,
]
type Cells = Partial<Record<(typeof headers)[number], string>>

const mapping = DealMapping.parse({
  kind: 'deals',
  columns: headers.map((header, index) => ({ header, field: fields[index], dateOrder: 'dmy', decimal: 'comma' })),
  constants: { currency: 'USD' },
  stages: [
    { value: 'Won', meaning: { kind: 'outcome', typeId: won } },
    { value: 'Open', meaning: { kind: 'outcome', typeId: found } },
    { value: 'Lost', meaning: { kind: 'leaveOut', why: 'lost' } },
    { value: '__proto__', meaning: null },
  ],
  channels: [{ value: 'salon', meaning: { kind: 'conventional', name: 'Trade fair' } }],
  createPersons: false,
})
const sound: Cells = { id: 'D-1', stage: 'won ', closed: '03/04/2024', value: '1.234,5', owner: 'Ada Byron' }

function read(cells: Cells, change: Partial<DealMapping> = {}) {
  return dealReader({ ...mapping, ...change }, context)(headers.map((header) => cells[header] ?? ''))
}
function faults(cells: Cells, change: Partial<DealMapping> = {}) {
  const reading = read(cells, change)
  return reading.kind === 'faulty' ? reading.faults.map(({ column, value, code }) => [column, value, code]) : reading.kind
}
function deal(cells: Cells, change: Partial<DealMapping> = {}) {
  const reading = read(cells, change)
  if (reading.kind !== 'deal') throw new Error(JSON.stringify(reading))
  return reading.deal
}

describe('a row becomes a deal', () => {
  test('with the conventions of its columns and constants for what is missing', () => {
    expect(deal(sound)).toEqual({
      externalId: 'D-1',
      typeId: won,
      subject: 'Deal D-1',
      title: '',
      occurredOn: '2024-04-03',
      firstTouchOn: null,
      value: { minor: '123450', currency: 'USD', digits: 2 },
      channels: [],
      persons: [{ text: 'Ada Byron', by: null, role: 'lead' }],
      story: { situation: '', action: '', result: '' },
    })
  })

  test('texts stay as typed; the id is trimmed, as keys are', () => {
    expect(deal({ ...sound, id: ' D-1 ', client: '  e\u0301 ', note: '=1+1\n' })).toMatchObject({
      externalId: 'D-1',
      subject: '  e\u0301 ',
      story: { situation: '', action: '', result: '=1+1\n' },
    })
  })

  test('an absent value is not zero', () => {
    expect(deal({ ...sound, value: ' ' }).value).toBeNull()
    expect(deal({ ...sound, value: '0' }).value).toEqual({ minor: '0', currency: 'USD', digits: 2 })
  })

  test('the row’s own currency wins over the constant, and a sign must not contradict', () => {
    expect(deal({ ...sound, currency: 'eur' }).value?.currency).toBe('EUR')
    expect(deal({ ...sound, value: '5 €', currency: 'EUR' }).value?.currency).toBe('EUR')
    expect(faults({ ...sound, value: '5 €' })).toEqual([['value', '5 €', 'currency-conflict']])
  })

  test('two people have equal parts; the owner leads; the same one twice is one', () => {
    const persons = (cells: Cells) => deal({ ...sound, ...cells }).persons.map(({ text, role }) => `${text}: ${role}`)
    expect(persons({ sdr: 'Grace' })).toEqual(['Ada Byron: lead', 'Grace: support'])
    expect(persons({ sdr: 'ada  BYRON' })).toEqual(['Ada Byron: lead'])
    expect(persons({ owner: '', sdr: 'Grace' })).toEqual(['Grace: lead'])
  })

  test.each([
    ['social', 'social'],
    ['Réseaux sociaux', 'social'],
    ['LinkedIn', 'social'],
    ['unknown', 'conventional'],
    ['salon', 'conventional'],
    ['', 'not-stated'],
  ])('channel %j: %s', (origin, side) => expect(sideOf(deal({ ...sound, origin }).channels)).toBe(side))

  test('channel words mean what was said they mean, else their own name', () => {
    expect(deal({ ...sound, origin: 'SALON' }).channels).toEqual([{ kind: 'conventional', name: 'Trade fair' }])
    expect(deal({ ...sound, origin: 'constructor' }).channels).toEqual([{ kind: 'conventional', name: 'constructor' }])
  })

  test('an opportunity counts on the day it was found, a won deal on the day it was won', () => {
    expect(deal({ ...sound, stage: 'open', opened: '01/02/2024' })).toMatchObject({ occurredOn: '2024-02-01' })
    expect(deal({ ...sound, opened: '01/02/2024' })).toMatchObject({ occurredOn: '2024-04-03', firstTouchOn: '2024-02-01' })
    expect(faults({ ...sound, closed: '', opened: '01/02/2024' })).toEqual([['closed', '', 'date-missing']])
  })
})

describe('left out', () => {
  test('asks for nothing but the id', () => {
    expect(read({ id: 'D-2', stage: 'Lost', value: 'x', closed: 'x' })).toEqual({ kind: 'left-out', externalId: 'D-2', why: 'lost' })
    expect(faults({ stage: 'Lost' })).toEqual([['id', '', 'external-id-missing']])
  })
})

describe('faulty, cell by cell', () => {
  test.each<[string, Cells, unknown]>([
    ['no id', { id: ' ' }, [['id', ' ', 'external-id-missing']]],
    ['no stage', { stage: '' }, [['stage', '', 'stage-missing']]],
    ['a stage nobody mapped', { stage: 'Zombie' }, [['stage', 'Zombie', 'stage-unmapped']]],
    ['a stage not answered', { stage: '__proto__' }, [['stage', '__proto__', 'stage-unmapped']]],
    ['no day', { closed: '' }, [['closed', '', 'date-missing']]],
    ['no real day', { closed: '31/02/2024' }, [['closed', '31/02/2024', 'date-invalid']]],
    ['tomorrow', { closed: '23/11/2026' }, [['closed', '23/11/2026', 'date-in-future']]],
    ['before the first day', { closed: '31/12/1999' }, [['closed', '31/12/1999', 'date-too-early']]],
    ['above the limit', { value: '1000000000000,01' }, [['value', '1000000000000,01', 'amount-too-large']]],
    ['more digits than the currency has', { value: '5,255' }, [['value', '5,255', 'amount-too-precise']]],
    ['an unknown currency', { currency: 'XYZ' }, [['currency', 'XYZ', 'unknown-currency']]],
    ['below zero', { value: '-5' }, [['value', '-5', 'amount-negative']]],
    ['the other decimal sign', { value: '5.25' }, [['value', '5.25', 'amount-invalid']]],
    ['nobody', { owner: ' ' }, [['owner', '', 'person-missing']]],
    ['U+0000', { client: 'a\u0000b' }, [['client', 'a\uFFFDb', 'text-unstorable']]],
    ['a lone surrogate', { client: 'a\ud800' }, [['client', 'a\uFFFD', 'text-unstorable']]],
    ['too long a client', { client: 'x'.repeat(301) }, [['client', 'x'.repeat(200), 'text-too-long']]],
    [
      'several at once',
      { closed: 'x', value: 'y' },
      [
        ['closed', 'x', 'date-invalid'],
        ['value', 'y', 'amount-invalid'],
      ],
    ],
  ])('%s', (name, change, expected) => {
    const list = expected as [string, string, string][]
    // An empty cell is shown as it stands.
    if (name === 'nobody' && list[0]) list[0][1] = ' '
    expect(faults({ ...sound, ...change })).toEqual(list)
  })

  test('conventions nobody settled make the ambiguous cell faulty, and only that', () => {
    const columns = mapping.columns.map((column) => ({ ...column, dateOrder: null, decimal: null }))
    expect(faults({ ...sound, value: '1.234' }, { columns })).toEqual([
      ['closed', '03/04/2024', 'date-ambiguous'],
      ['value', '1.234', 'amount-ambiguous'],
    ])
    expect(faults({ ...sound, closed: '2024-04-03', value: '1.5' }, { columns })).toBe('deal')
  })

  test('too few and too many fields', () => {
    const reader = dealReader(mapping, context)
    const row = headers.map((header) => sound[header] ?? '')
    expect(reader(row.slice(0, -1))).toMatchObject({
      kind: 'faulty',
      faults: [{ code: 'row-too-few-fields', params: { expected: 12, found: 11 } }],
    })
    expect(reader([...row, 'x'])).toMatchObject({ kind: 'faulty', faults: [{ code: 'row-too-many-fields' }] })
    expect(reader([...row, '', ' '])).toMatchObject({ kind: 'deal' })
  })
})

test('two rows of one deal: same fields but the persons, who are united', () => {
  const a = deal(sound)
  const b = deal({ ...sound, owner: 'Grace' })
  expect(dealFingerprint(a)).toBe(dealFingerprint(b))
  expect(dealFingerprint(a)).not.toBe(dealFingerprint(deal({ ...sound, value: '7' })))
  expect(unitePersons([a.persons, b.persons, a.persons]).map(({ text, role }) => `${text}: ${role}`)).toEqual([
    'Ada Byron: lead',
    'Grace: support',
  ])
})

describe('what must be answered before a dry run', () => {
  function profile(...cells: string[]) {
    const tally = newTally()
    for (const cell of cells) tallyCell(tally, cell)
    return profileOf(tally)
  }
  const gaps = (change: Partial<DealMapping>, profiles = [] as ReturnType<typeof profile>[]) =>
    mappingGaps({ ...mapping, ...change }, profiles).map(({ code, field }) => `${code} ${field}`)

  test('each thing that is missing is named', () => {
    expect(gaps({})).toEqual(['mapping-incomplete stages.3'])
    const none = mapping.columns.map((column) => ({ ...column, field: null }))
    expect(gaps({ columns: none })).toEqual(
      ['externalId', 'lead', 'closedOn', 'constants.stage'].map((field) => `mapping-incomplete ${field}`),
    )
    const noCurrency = mapping.columns.map((column) => (column.field === 'currency' ? { ...column, field: null } : column))
    const constants = { ...mapping.constants, currency: null }
    expect(gaps({ columns: noCurrency, constants, stages: [] })).toEqual(['mapping-incomplete constants.currency'])
    const twice = mapping.columns.map((column, index) => (index === 11 ? { ...column, field: 'value' as const } : column))
    expect(gaps({ columns: twice, stages: [] })).toEqual(['mapped-twice columns.11.field'])
  })

  test('an ambiguous order or decimal sign is asked about, never guessed', () => {
    const columns = mapping.columns.map((column) => ({ ...column, dateOrder: null, decimal: null }))
    const profiles = headers.map((header) =>
      header === 'closed' ? profile('03/04/2024', '05/06/2024') : header === 'value' ? profile('1.234', '12') : profile('x'),
    )
    expect(gaps({ columns, stages: [] }, profiles)).toEqual(['date-ambiguous columns.3.dateOrder', 'amount-ambiguous columns.5.decimal'])
    expect(profiles[3]).toMatchObject({ isDate: true, dateOrder: null, mustAskDateOrder: true, examples: ['03/04/2024', '05/06/2024'] })
    expect(gaps({ stages: [] }, profiles)).toEqual([])
  })
})
