import { guessChannel } from '../channels/rules.ts'
import { wordKey } from '../keys/rules.ts'
import { type PresetName, recognisePreset } from '../presets/rules.ts'
import {
  type ColumnProfile,
  type DealColumn,
  type DealMapping,
  dateFields,
  type PeopleColumn,
  type PeopleMapping,
  type PersonKey,
  repeatableFields,
  type TypeOption,
} from '../schema.ts'
import { guessStage, wonType } from '../stages/rules.ts'
import { type DealField, dealWordRanks, type PeopleField, peopleWordRanks } from '../words/rules.ts'

export type FileColumn = { readonly header: string; readonly profile: ColumnProfile }
type Claim<F> = { readonly field: F; readonly rank: number; readonly index: number }

/** A column whose cells cannot be what its name says is not taken for it. */
function canBe(field: string, { filled, isDate, isNumber }: ColumnProfile): boolean {
  if (filled === 0) return true
  if (dateFields.includes(field)) return isDate
  return field === 'value' ? isNumber : true
}

/** Gives each field to the column whose name fits best; several columns share a field only where parents of a team stand side by side. */
function assign<F extends string>(columns: readonly FileColumn[], claims: readonly Claim<F>[], shared: readonly string[]): (F | null)[] {
  const fields: (F | null)[] = columns.map(() => null)
  const taken = new Set<F>()
  for (const { field, index } of [...claims].sort((a, b) => a.rank - b.rank || a.index - b.index)) {
    const column = columns[index]
    if (!column || fields[index] || (taken.has(field) && !shared.includes(field)) || !canBe(field, column.profile)) continue
    fields[index] = field
    taken.add(field)
  }
  return fields
}

function personKeyOf(header: string, profile: ColumnProfile): PersonKey | null {
  const seen = profile.values?.map(({ value }) => value) ?? profile.samples
  const isAddress = (text: string) => text.includes('@')
  if (profile.isEmail && seen.every(isAddress)) return 'email'
  if (/id$|matricule|number|numero/.test(wordKey(header))) return 'id'
  // Names mixed with addresses or numbers: each cell for itself, else "ada@example.com" would be looked for as a name.
  if (seen.some((text) => isAddress(text) || /^\s*\S*\d\S*\s*$/.test(text))) return null
  return seen.some((text) => /\S\s\S/.test(text)) ? 'name' : null
}

const personFields: readonly string[] = ['lead', 'contributor', 'manager']

const listFields: readonly string[] = ['channel', 'contributor', 'parentTeam']

function columnOf<F extends string>({ header, profile }: FileColumn, field: F | null, isOwnExport: boolean) {
  const isDate = field !== null && dateFields.includes(field)
  return {
    header,
    field,
    dateOrder: isDate ? profile.dateOrder : null,
    decimal: field === 'value' ? profile.decimal : null,
    personBy: field !== null && personFields.includes(field) ? personKeyOf(header, profile) : null,
    isList: isOwnExport && field !== null && listFields.includes(field),
  }
}

/** A column named like an identifier and without a value twice, where no name was known: the first such column. */
function identifierColumn(columns: readonly FileColumn[], taken: readonly unknown[]): number {
  return columns.findIndex(
    ({ header, profile }, index) =>
      !taken[index] && profile.filled > 0 && profile.isUnique !== false && /(^|[^a-z])(id|ref|uuid|key)$/i.test(header.trim()),
  )
}

export type DealGuess = { readonly mapping: DealMapping; readonly preset: PresetName | null }

type Own = { readonly isOwnExport?: boolean }

/** A first mapping of a file of deals, to be corrected: what cannot be known stays null and is asked. */
export function guessDealMapping(
  columns: readonly FileColumn[],
  types: readonly TypeOption[],
  { isOwnExport = false }: Own = {},
): DealGuess {
  const preset = recognisePreset(columns.map(({ header }) => header))
  const presetKeys = [...(preset?.fields.keys() ?? [])]
  const claims = columns.flatMap(({ header }, index): Claim<DealField>[] => {
    const key = wordKey(header)
    const named = preset?.fields.get(key)
    if (named !== undefined) return named ? [{ field: named, rank: presetKeys.indexOf(key) - presetKeys.length, index }] : []
    return (dealWordRanks.get(key) ?? []).map(({ field, rank }) => ({ field, rank, index }))
  })
  const fields = assign(columns, claims, ['contributor', 'link'])
  const id = fields.includes('externalId') ? -1 : identifierColumn(columns, fields)
  if (id >= 0) fields[id] = 'externalId'
  const mapped: DealColumn[] = columns.map((column, index) => columnOf(column, fields[index] ?? null, isOwnExport))
  const valuesOf = (field: DealField) => columns.flatMap(({ profile }, index) => (fields[index] === field ? (profile.values ?? []) : []))
  const won = wonType(types)
  const closed = mapped.find(({ field }) => field === 'closedOn')
  const isWonByName = !fields.includes('stage') && closed !== undefined && /won|gagn|sign/.test(wordKey(closed.header))
  return {
    preset: preset?.name ?? null,
    mapping: {
      kind: 'deals',
      columns: mapped,
      constants: { stage: isWonByName && won ? { kind: 'outcome', typeId: won.id } : null, currency: null, channel: null, closedOn: null },
      stages: valuesOf('stage').map(({ value }) => ({ value, meaning: guessStage(value, types, isOwnExport) })),
      channels: (isOwnExport ? [] : valuesOf('channel')).map(({ value }) => ({ value, meaning: guessChannel(value) })),
      createPersons: false,
    },
  }
}

/** A first mapping of a file of people, to be corrected. */
export function guessPeopleMapping(columns: readonly FileColumn[], { isOwnExport = false }: Own = {}): PeopleMapping {
  const claims = columns.flatMap(({ header }, index): Claim<PeopleField>[] =>
    (peopleWordRanks.get(wordKey(header)) ?? []).map(({ field, rank }) => ({ field, rank, index })),
  )
  const fields = assign(columns, claims, repeatableFields)
  // "Nom" beside "Prénom" is the family name.
  const whole = fields.indexOf('name')
  if (fields.includes('firstName') && !fields.includes('lastName') && whole >= 0) fields[whole] = 'lastName'
  const mapped: PeopleColumn[] = columns.map((column, index) => columnOf(column, fields[index] ?? null, isOwnExport))
  return { kind: 'people', columns: mapped, constants: { team: null } }
}
