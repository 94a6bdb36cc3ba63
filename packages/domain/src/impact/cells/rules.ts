import { toDecimal } from '../../money/amounts.ts'
import type { ImpactPage } from '../schema.ts'

/** `decimal`: exact, to be written as it is. null: an empty cell. */
export type FileCell = string | number | { readonly decimal: string } | null
export type Row = Readonly<Record<string, FileCell>>

/** 10,000 basis points are one result. */
export function results(bp: string): FileCell {
  return { decimal: toDecimal({ minor: bp, digits: 4 }) }
}

export function share(bp: number): FileCell {
  return { decimal: toDecimal({ minor: String(bp), digits: 4 }) }
}

export function money({ digits }: Pick<ImpactPage, 'digits'>, minor: string): FileCell {
  return { decimal: toDecimal({ minor, digits }) }
}

export function decimal(text: string | number | null): FileCell {
  return text === null ? null : { decimal: String(text) }
}
