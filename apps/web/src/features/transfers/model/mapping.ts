import { guessChannel } from '@oeuvre/domain/transfers/channels/rules'
import type { Reading } from '@oeuvre/domain/transfers/overview/schema'
import {
  type ChannelMeaning,
  type ColumnProfile,
  type DealMapping,
  dateFields,
  dealFields,
  type Mapping,
  peopleFields,
  repeatableFields,
  type StageMeaning,
  type TypeOption,
} from '@oeuvre/domain/transfers/schema'
import { guessStage } from '@oeuvre/domain/transfers/stages/rules'

type DealField = (typeof dealFields)[number]
type PeopleField = (typeof peopleFields)[number]
export type AnyField = DealField | PeopleField
type Columns = Reading['columns']

export function fieldsOf(kind: Mapping['kind']): readonly AnyField[] {
  return kind === 'deals' ? dealFields : peopleFields
}

/** A column with another meaning; a meaning that only one column can have leaves the column that had it. */
function withField<F extends string, C extends { field: F | null }>(
  columns: readonly C[],
  index: number,
  field: F | null,
  profile?: ColumnProfile,
): C[] {
  const isAlone = field !== null && !repeatableFields.includes(field)
  return columns.map((column, at) => {
    if (at !== index) return isAlone && column.field === field ? { ...column, field: null } : column
    const isDate = field !== null && dateFields.includes(field)
    const decimal = field === 'value' ? (profile?.decimal ?? null) : null
    return { ...column, field, dateOrder: isDate ? (profile?.dateOrder ?? null) : null, decimal }
  })
}

/** Every value that the mapped columns of a field hold, in the order of their number. */
function valuesOf(mapping: DealMapping, columns: Columns, field: DealField) {
  return mapping.columns.flatMap((column, index) => (column.field === field ? (columns[index]?.profile.values ?? []) : []))
}

function withWords(mapping: DealMapping, columns: Columns, types: readonly TypeOption[], isOwnExport: boolean): DealMapping {
  const stages = valuesOf(mapping, columns, 'stage').map(({ value }) => ({
    value,
    meaning: mapping.stages.find((known) => known.value === value)?.meaning ?? guessStage(value, types, isOwnExport),
  }))
  const channels = valuesOf(mapping, columns, 'channel').map(({ value }) => ({
    value,
    meaning: mapping.channels.find((known) => known.value === value)?.meaning ?? guessChannel(value),
  }))
  return { ...mapping, stages, channels: isOwnExport ? [] : channels }
}

type Context = { readonly reading: Reading; readonly types: readonly TypeOption[] }

/** Says what a column becomes. Its conventions and the words it holds follow. */
export function assignField(mapping: Mapping, index: number, field: string | null, { reading, types }: Context): Mapping {
  const profile = reading.columns[index]?.profile
  if (mapping.kind === 'people') {
    const known = peopleFields.find((one) => one === field) ?? null
    return { ...mapping, columns: withField(mapping.columns, index, known, profile) }
  }
  const known = dealFields.find((one) => one === field) ?? null
  const columns = withField(mapping.columns, index, known, profile)
  return withWords({ ...mapping, columns }, reading.columns, types, reading.dialect.isOwnExport)
}

/** Answers how a column that can be read two ways is to be read. */
export function answerColumn(mapping: Mapping, index: number, answer: { dateOrder?: 'dmy' | 'mdy'; decimal?: 'point' | 'comma' }): Mapping {
  if (mapping.kind === 'people')
    return { ...mapping, columns: mapping.columns.map((column, at) => (at === index ? { ...column, ...answer } : column)) }
  return { ...mapping, columns: mapping.columns.map((column, at) => (at === index ? { ...column, ...answer } : column)) }
}

export function answerStage(mapping: DealMapping, value: string, meaning: StageMeaning | null): DealMapping {
  return { ...mapping, stages: mapping.stages.map((stage) => (stage.value === value ? { value, meaning } : stage)) }
}

export function answerChannel(mapping: DealMapping, value: string, meaning: ChannelMeaning): DealMapping {
  return { ...mapping, channels: mapping.channels.map((channel) => (channel.value === value ? { value, meaning } : channel)) }
}

/** A choice of a list as text and back: `type:<id>`, `lost`, `social:linkedin`, `name:<word>`. */
export function writeStage(meaning: StageMeaning | null): string | null {
  if (!meaning) return null
  return meaning.kind === 'outcome' ? `type:${meaning.typeId}` : meaning.why
}

export function readStage(choice: string | null): StageMeaning | null {
  if (choice === null) return null
  if (choice.startsWith('type:')) return { kind: 'outcome', typeId: choice.slice(5) }
  return { kind: 'leaveOut', why: choice === 'lost' || choice === 'open' ? choice : 'ignored' }
}

export function writeChannel(meaning: ChannelMeaning): string {
  if (meaning.kind === 'notStated') return 'notStated'
  return meaning.kind === 'social' ? `social:${meaning.platform ?? ''}` : `name:${meaning.name}`
}

export function readChannel(choice: string): ChannelMeaning {
  if (choice.startsWith('social:')) return { kind: 'social', platform: choice.slice(7) || null }
  return choice.startsWith('name:') ? { kind: 'conventional', name: choice.slice(5) } : { kind: 'notStated' }
}
