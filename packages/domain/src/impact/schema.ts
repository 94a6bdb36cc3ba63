import { z } from 'zod'
import { Side } from '../credits/schema.ts'
import { refuse } from '../errors/refusals.ts'
import { Id } from '../ids/ids.ts'
import { ChannelOutput, TypeRef } from '../outcomes/schema.ts'
import { addressList, readAddress, writeAddress } from '../text/address.ts'
import { Day } from '../time/day.ts'
import { formatPeriodCode, parsePeriodCode } from '../time/period-codes.ts'

/** A period in an address, see period-codes.ts; in canonical form. */
export const PeriodText = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const code = parsePeriodCode(text)
    if (code) return formatPeriodCode(code)
    refuse(ctx, 'date-invalid')
    return z.NEVER
  })

export const comparisons = ['previous', 'year-before', 'none'] as const
export const measures = ['results', 'value'] as const
export const seriesBy = ['type', 'side', 'none'] as const

/** Which verified results the figures are of. A slice narrows every figure of the page; all of it stands in the address. */
export const ImpactSlice = z.object({
  type: addressList(Id, 50).optional(),
  /** The team and all below it, in the tree as of the day of each result. */
  team: Id.optional(),
  channel: addressList(Id, 50).optional(),
  side: addressList(Side, 4).optional(),
  /** Only within reach, or oneself. */
  person: Id.optional(),
})
export type ImpactSlice = z.infer<typeof ImpactSlice>

export const ImpactFilter = ImpactSlice.extend({
  /** Absent: this quarter. */
  period: PeriodText.optional(),
  /** Absent: the period before. */
  compare: z.enum(comparisons).optional(),
  measure: z.enum(measures).optional(),
  by: z.enum(seriesBy).optional(),
})
export type ImpactFilter = z.infer<typeof ImpactFilter>

export function parseImpactFilter(search: Readonly<Record<string, unknown>>): ImpactFilter {
  return readAddress(ImpactFilter, search)
}

export function formatImpactFilter(filter: ImpactFilter): Record<string, string> {
  return writeAddress(ImpactFilter, filter)
}

const Integer = z.string().regex(/^-?\d+$/)

/** One cell of the page. Basis points: 10,000 is one result, and shares in a slice add up. Value: realised, in the reporting currency. */
export const Figure = z.object({
  resultsBp: Integer,
  /** Outcomes with a part in it. */
  outcomes: z.int(),
  valueMinor: Integer,
})
export type Figure = z.infer<typeof Figure>

export const HeadlineFigures = Figure.extend({
  /** Value of opportunities: apart, in no total. */
  potentialMinor: Integer,
  /** People credited, and the teams they were in. */
  people: z.int(),
  teams: z.int(),
  /** From sending to verification, imports left out; decimal, null without any. */
  medianDays: z.string().nullable(),
})
export type HeadlineFigures = z.infer<typeof HeadlineFigures>

/** What the page's sentence is made of; words and plurals are the reader's language's. `nothing`: no result in the period. */
export const Sentence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  z.object({
    kind: z.literal('figures'),
    people: z.int(),
    teams: z.int(),
    outcomes: z.int(),
    /** null: no value worth naming. */
    valueMinor: Integer.nullable(),
    /** Through a social account (social and both), of all results, in basis points. */
    socialBp: z.int(),
  }),
])
export type Sentence = z.infer<typeof Sentence>

const Before = Figure.nullable()
const TeamFigure = Figure.extend({ teamId: Id.nullable(), name: z.string().nullable(), parentId: Id.nullable(), before: Before })
const TypeFigure = Figure.extend({ type: TypeRef, potentialMinor: Integer, before: Before })
const SideFigure = Figure.extend({ side: Side, before: Before })
const ChannelFigure = Figure.extend({ channel: ChannelOutput.omit({ account: true }), before: Before })

export const ImpactPage = z.object({
  /** Canonical, as in the address; `from` and `to` are both included. */
  period: z.object({ code: z.string(), from: Day, to: Day, isUnfinished: z.boolean() }),
  compared: z.object({ from: Day, to: Day }).nullable(),
  /** Whose results: of the organization, or of the teams within the reader's reach. */
  scope: z.enum(['organization', 'reach']),
  ledgerVersion: Integer,
  currency: z.string(),
  digits: z.int(),
  sentence: Sentence,
  headline: z.object({ now: HeadlineFigures, before: HeadlineFigures.nullable() }),
  overTime: z.object({
    grain: z.enum(['day', 'week', 'month', 'quarter', 'year']),
    by: z.enum(seriesBy),
    buckets: z.array(
      z.object({
        key: z.string(),
        from: Day,
        to: Day,
        isCut: z.boolean(),
        isUnfinished: z.boolean(),
        isFuture: z.boolean(),
        isChosen: z.boolean(),
      }),
    ),
    /** `isChosen`: inside the period; around a month or a quarter the twelve months up to it are shown. */
    /** `bucket`: index above. `key`: type id, side, or empty. A cell that is not there is zero, unless its bucket is to come. */
    cells: z.array(z.object({ bucket: z.int(), key: z.string(), resultsBp: Integer, valueMinor: Integer })),
  }),
  teams: z.array(TeamFigure),
  types: z.array(TypeFigure),
  /** Always all four; they add up to all results. */
  sides: z.array(SideFigure).length(4),
  /** Results in which a channel took part: can exceed the total, never stacked. */
  channels: z.array(ChannelFigure),
  /** Realised value without a dated rate, per currency: in no other figure. */
  notConverted: z.array(z.object({ currency: z.string(), digits: z.int(), outcomes: z.int(), valueMinor: Integer })),
  /** As they stand now, never added to verified figures. */
  notYetVerified: z.array(z.object({ rung: z.union([z.literal(1), z.literal(2), z.literal(3)]), outcomes: z.int() })),
})
export type ImpactPage = z.infer<typeof ImpactPage>
