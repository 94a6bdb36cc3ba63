import { readCode } from '../../links/codes/rules.ts'
import { readUtm } from '../../links/utm/rules.ts'
import { isMoney, toMoney } from '../../money/amounts.ts'
import type { Money } from '../../money/money.ts'
import { normalisedKey } from '../../text/normalised-key.ts'
import { isBlank, textLimits } from '../../text/storable.ts'
import { guessChannel } from '../channels/rules.ts'
import { readDate } from '../dates/rules.ts'
import { readDecimal } from '../decimals/rules.ts'
import { idKey } from '../keys/rules.ts'
import { type Cell, cellsByField, RowFaults, textsOf, widthFault } from '../rows/rules.ts'
import type { ChannelMeaning, DealColumn, DealMapping, StageMeaning } from '../schema.ts'
import type { DealField } from '../words/rules.ts'
import type { DealCandidate, DealContext, DealReading } from './schema.ts'

type DealCell = Cell<DealColumn>
type Row = { readonly faults: RowFaults; cells(field: DealField): DealCell[]; cell(field: DealField): DealCell | undefined }

function isEmpty(cell: DealCell | undefined): boolean {
  return !cell || cell.text.trim() === ''
}

function stageReader({ constants, stages }: DealMapping) {
  const meanings = new Map(stages.map(({ value, meaning }) => [normalisedKey(value), meaning]))
  return (row: Row): StageMeaning | null => {
    const cell = row.cell('stage')
    const meaning = cell ? (meanings.get(normalisedKey(cell.text)) ?? null) : constants.stage
    if (!meaning) row.faults.add(cell ?? null, isEmpty(cell) ? 'stage-missing' : 'stage-unmapped')
    return meaning
  }
}

function channelReader({ constants, channels }: DealMapping) {
  const meanings = new Map(channels.map(({ value, meaning }) => [normalisedKey(value), meaning]))
  return (row: Row): ChannelMeaning[] => {
    const cells = row.cells('channel').flatMap(textsOf)
    if (cells.length === 0) return constants.channel ? [constants.channel] : []
    return cells
      .map((cell) => meanings.get(normalisedKey(cell.text)) ?? guessChannel(row.faults.text(cell)))
      .filter(({ kind }) => kind !== 'notStated')
  }
}

function readDay(row: Row, field: 'closedOn' | 'openedOn', context: DealContext): string | null {
  const cell = row.cell(field)
  if (!cell || isEmpty(cell)) return null
  const reading = readDate(cell.text, cell.column.dateOrder, context.timeZone)
  if ('day' in reading) return reading.day
  row.faults.add(cell, reading.fault)
  return null
}

/**
 * The day of the result: when it was closed; when it was opened for what is only potential, or where the file knows no other day.
 */
function readOccurredOn(row: Row, typeId: string, opened: string | null, constant: string | null, context: DealContext): string {
  const cell = row.cell('closedOn')
  const before = row.faults.list.length
  const closed = cell ? readDay(row, 'closedOn', context) : constant
  const isPotential = context.valueKinds.get(typeId) === 'potential'
  const day = isPotential ? (opened ?? closed) : (closed ?? (cell ? null : opened))
  if (day === null) {
    if (row.faults.list.length === before) row.faults.add(cell ?? row.cell('openedOn') ?? null, 'date-missing')
    return ''
  }
  const source = day === closed && cell ? cell : (row.cell('openedOn') ?? cell ?? null)
  const { today, firstAllowedDay } = context
  if (day > today && day !== opened) row.faults.add(source, 'date-in-future', { today })
  if (day < firstAllowedDay) row.faults.add(source, 'date-too-early', { firstAllowedDay })
  return day
}

function readValue(row: Row, typeId: string, constant: string | null, context: DealContext): Money | null {
  const cell = row.cell('value')
  if (!cell || isEmpty(cell)) return null
  const reading = readDecimal(cell.text, cell.column.decimal)
  if ('fault' in reading) {
    row.faults.add(cell, reading.fault)
    return null
  }
  const stated = row.cell('currency')
  const named = stated && !isEmpty(stated) ? stated.text.trim().toUpperCase() : constant
  const currency = named ?? reading.currency
  if (!currency) row.faults.add(stated ?? cell, 'currency-missing')
  else if (named && reading.currency && reading.currency !== named) row.faults.add(cell, 'currency-conflict', { stated: named })
  else {
    const money = toMoney({ amount: reading.decimal, currency, decimalMark: '.' })
    if (isMoney(money) && context.valueKinds.get(typeId) !== 'none') return money
    // CRMs write 0 where there is nothing to say; a type without value has none.
    if (isMoney(money)) {
      if (money.minor !== '0') row.faults.add(cell, 'value-not-allowed')
      return null
    }
    row.faults.add(money.code === 'unknown-currency' ? (stated ?? cell) : cell, money.code, money.params)
  }
  return null
}

function readPersons(row: Row): DealCandidate['persons'] {
  const cells = [...row.cells('lead'), ...row.cells('contributor')].flatMap(textsOf).filter((cell) => !isEmpty(cell))
  if (cells.length === 0) row.faults.add(row.cell('lead') ?? row.cell('contributor') ?? null, 'person-missing')
  const seen = new Set<string>()
  const persons: DealCandidate['persons'][number][] = []
  for (const cell of cells) {
    const text = row.faults.text(cell, textLimits.key)
    const key = normalisedKey(text)
    if (seen.has(key)) continue
    seen.add(key)
    persons.push({ text, by: cell.column.personBy, role: persons.length === 0 ? 'lead' : 'support' })
  }
  return persons
}

function linkOf(cells: readonly DealCell[]): Pick<DealCandidate, 'linkCode' | 'utm'> {
  const linkCode = cells.flatMap(({ text }) => readCode(text) ?? [])[0]
  if (linkCode !== undefined) return { linkCode }
  const utm = readUtm(cells.map(({ text, column }) => ({ text, header: column.header })))
  return utm === null ? {} : { utm }
}

function objectiveOf(text: string): Pick<DealCandidate, 'objective'> {
  return isBlank(text) ? {} : { objective: text }
}

/**
 * Reads rows of a file under one mapping. A row that is left out is asked for nothing but its id: an open deal has neither
 * date nor value. The returned function is pure; what depends on the mapping alone is prepared once.
 */
export function dealReader(mapping: DealMapping, context: DealContext): (cells: readonly string[]) => DealReading {
  const find = cellsByField<DealField, DealColumn>(mapping.columns)
  const stageOf = stageReader(mapping)
  const channelsOf = channelReader(mapping)
  return (cells) => {
    const faults = new RowFaults()
    const row: Row = { faults, cells: (field) => find(cells, field), cell: (field) => find(cells, field)[0] }
    const idCell = row.cell('externalId')
    const externalId = idCell && !isEmpty(idCell) ? idKey(faults.text(idCell, textLimits.key)) : ''
    const faulty = (): DealReading => ({ kind: 'faulty', externalId: externalId || null, faults: faults.list })
    const width = widthFault(cells, mapping.columns.length)
    if (width) return { kind: 'faulty', externalId: externalId || null, faults: [width] }
    if (isEmpty(idCell)) faults.add(idCell ?? null, 'external-id-missing')
    const stage = stageOf(row)
    if (!stage) return faulty()
    if (stage.kind === 'leaveOut') return externalId ? { kind: 'left-out', externalId, why: stage.why } : faulty()
    const openedOn = readDay(row, 'openedOn', context)
    if (openedOn !== null && openedOn > context.today) faults.add(row.cell('openedOn') ?? null, 'date-in-future', { today: context.today })
    const title = faults.text(row.cell('title'))
    const client = faults.text(row.cell('subject'))
    const deal: DealCandidate = {
      externalId,
      typeId: stage.typeId,
      subject: !isBlank(client) ? client : !isBlank(title) ? title : `Deal ${externalId}`,
      title,
      occurredOn: readOccurredOn(row, stage.typeId, openedOn, mapping.constants.closedOn, context),
      firstTouchOn: openedOn,
      value: readValue(row, stage.typeId, mapping.constants.currency, context),
      channels: channelsOf(row),
      persons: readPersons(row),
      story: {
        situation: faults.text(row.cell('situation'), textLimits.story),
        action: faults.text(row.cell('action'), textLimits.story),
        result: faults.text(row.cell('story'), textLimits.story),
      },
      // Whatever else stands there (an address that carries none, another campaign) says nothing and is no fault.
      ...linkOf(row.cells('link')),
      ...objectiveOf(faults.text(row.cell('objective'))),
    }
    return faults.list.length > 0 ? faulty() : { kind: 'deal', deal }
  }
}

/** What two rows with the same external id must agree on; their persons are united. */
export function dealFingerprint(deal: DealCandidate): string {
  const { persons: _, linkCode: __, utm: ___, ...fields } = deal
  return JSON.stringify(fields)
}

/** The persons of several rows of one deal, in the order of the rows; whoever comes first leads. */
export function unitePersons(rows: readonly DealCandidate['persons'][]): DealCandidate['persons'] {
  const united = new Map<string, DealCandidate['persons'][number]>()
  for (const person of rows.flat()) {
    const key = normalisedKey(person.text)
    if (!united.has(key)) united.set(key, { ...person, role: united.size === 0 ? 'lead' : 'support' })
  }
  return [...united.values()]
}
