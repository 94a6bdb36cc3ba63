import type { Refusal } from '../../errors/domain-error.ts'
import { type ColumnProfile, type DealMapping, dateFields, type Mapping, type PeopleMapping, repeatableFields } from '../schema.ts'

type Column = Mapping['columns'][number]

function gap(field: string): Refusal {
  return { code: 'mapping-incomplete', field }
}

function twice(columns: readonly Column[]): Refusal[] {
  return columns.flatMap(({ field }, index) => {
    const isSecond = field !== null && !repeatableFields.includes(field) && columns.slice(0, index).some((other) => other.field === field)
    return isSecond ? [{ code: 'mapped-twice' as const, field: `columns.${index}.field` }] : []
  })
}

/** Columns that can be read two ways and of which nobody has said which: never guessed. */
function unanswered(columns: readonly Column[], profiles: readonly ColumnProfile[]): Refusal[] {
  return columns.flatMap(({ field, dateOrder, decimal }, index): Refusal[] => {
    const profile = profiles[index]
    if (field === null || !profile) return []
    if (dateFields.includes(field) && dateOrder === null && profile.mustAskDateOrder)
      return [{ code: 'date-ambiguous', field: `columns.${index}.dateOrder` }]
    if (field === 'value' && decimal === null && profile.mustAskDecimal)
      return [{ code: 'amount-ambiguous', field: `columns.${index}.decimal` }]
    return []
  })
}

function dealGaps({ columns, constants, stages }: DealMapping): Refusal[] {
  const has = (...fields: string[]) => columns.some(({ field }) => field !== null && fields.includes(field))
  const gaps: Refusal[] = []
  if (!has('externalId')) gaps.push(gap('externalId'))
  if (!has('lead', 'contributor')) gaps.push(gap('lead'))
  if (!has('closedOn', 'openedOn') && !constants.closedOn) gaps.push(gap('closedOn'))
  if (!has('stage') && !constants.stage) gaps.push(gap('constants.stage'))
  if (has('value') && !has('currency') && !constants.currency) gaps.push(gap('constants.currency'))
  if (has('stage')) for (const [index, { meaning }] of stages.entries()) if (!meaning) gaps.push(gap(`stages.${index}`))
  return gaps
}

function peopleGaps({ columns }: PeopleMapping): Refusal[] {
  return columns.some(({ field }) => field === 'name' || field === 'lastName' || field === 'firstName') ? [] : [gap('name')]
}

/** Everything that must be answered before a dry run; empty when the mapping can be used. */
export function mappingGaps(mapping: Mapping, profiles: readonly ColumnProfile[]): Refusal[] {
  const own = mapping.kind === 'deals' ? dealGaps(mapping) : peopleGaps(mapping)
  return [...own, ...twice(mapping.columns), ...unanswered(mapping.columns, profiles)]
}
