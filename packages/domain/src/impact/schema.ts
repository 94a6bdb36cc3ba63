import { z } from 'zod'
import { Side } from '../credits/schema.ts'
import { Id } from '../ids/ids.ts'
import { ChannelOutput, TypeRef } from '../outcomes/schema.ts'
import { FormsBeside } from '../programs/beside/schema.ts'
import { addressList, readAddress, writeAddress } from '../text/address.ts'
import { Day } from '../time/day.ts'
import { grains } from '../time/grains.ts'
import { PeriodText } from '../time/period-text.ts'
import { Comparison, Concentration, Figure, Integer, Presence, Target, TimeToVerify, TrendCell } from './parts/schema.ts'

export const comparisons = ['previous', 'year-before', 'none'] as const
export const measures = ['results', 'value'] as const
/** What results over time are told apart by. By channel a result can stand in several: never stacked. */
export const seriesBy = ['type', 'side', 'team', 'channel', 'skill', 'program', 'objective', 'none'] as const
export const shapes = ['stacked', 'beside'] as const

const LedgerRung = z.coerce.number().pipe(z.union([z.literal(4), z.literal(5)]))

export const charts = ['today'] as const

/** Which verified results the figures are of. A slice narrows every figure of the page; all of it stands in the address. */
export const ImpactSlice = z.object({
  type: addressList(Id, 50).optional(),
  /** The team and all below it, in the tree as of the day of each result. */
  team: Id.optional(),
  /** Teams in the tree as it is today, whatever stood where on the day of a result. Whose team a person was in then stays. */
  chart: z.enum(charts).optional(),
  channel: addressList(Id, 50).optional(),
  side: addressList(Side, 4).optional(),
  skill: addressList(Id, 50).optional(),
  program: addressList(Id, 50).optional(),
  objective: addressList(Id, 50).optional(),
  /** 4 verified by people alone, 5 matched to a record of the CRM. */
  rung: addressList(LedgerRung, 2).optional(),
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
  /** Absent: as many buckets as can be read. `year`: the organization's fiscal year. */
  grain: z.enum(grains).optional(),
  shape: z.enum(shapes).optional(),
  /** The page from the ledger as recorded up to the end of this day; absent: as it stands. */
  asOf: Day.optional(),
})
export type ImpactFilter = z.infer<typeof ImpactFilter>

export function parseImpactFilter(search: Readonly<Record<string, unknown>>): ImpactFilter {
  return readAddress(ImpactFilter, search)
}

export function formatImpactFilter(filter: ImpactFilter): Record<string, string> {
  return writeAddress(ImpactFilter, filter)
}

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
/** A trade, a program or an objective; null: results that named none. */
const NamedFigure = Figure.extend({ id: Id.nullable(), name: z.string().nullable(), code: z.string().nullable(), before: Before })

const Bucket = z.object({
  key: z.string(),
  from: Day,
  to: Day,
  isCut: z.boolean(),
  isUnfinished: z.boolean(),
  /** To come: a gap, not a zero. */
  isFuture: z.boolean(),
  /** Inside the period; around a month or a quarter the twelve months up to it are shown. */
  isChosen: z.boolean(),
})

export const ImpactPage = z.object({
  /** Canonical, as in the address; `from` and `to` are both included. */
  period: z.object({ code: z.string(), from: Day, to: Day, isUnfinished: z.boolean() }),
  compared: z.object({ from: Day, to: Day }).nullable(),
  /** Whose results: of the organization, or of the teams within the reader's reach. */
  scope: z.enum(['organization', 'reach']),
  /** Of the figures: the version of the day asked about, or the newest. */
  ledgerVersion: Integer,
  /** The day asked about; null: as it stands. */
  asOf: Day.nullable(),
  currency: z.string(),
  digits: z.int(),
  /** What a definition has to name. */
  timeZone: z.string(),
  smallestGroup: z.int(),
  promiseDays: z.int(),
  sentence: Sentence,
  headline: z.object({ now: HeadlineFigures, before: HeadlineFigures.nullable() }),
  /** A small line for each headline figure, over the buckets drawn without a grain asked for. */
  trend: z.object({ buckets: z.array(Bucket), cells: z.array(TrendCell) }),
  overTime: z.object({
    grain: z.enum(grains),
    by: z.enum(seriesBy),
    buckets: z.array(Bucket),
    /** Names of the series that are no type, side or channel: teams, trades, programs, objectives. */
    names: z.record(z.string(), z.object({ name: z.string().nullable(), code: z.string().nullable() })),
    /** `bucket`: index above. `key`: an id, a side, or empty for none. A cell that is not there is zero, unless its bucket is to come. */
    cells: z.array(z.object({ bucket: z.int(), key: z.string(), resultsBp: Integer, valueMinor: Integer })),
    /** Of teams, which others of these stood above one in the time drawn: what its people did then is theirs, so that no share is in two series. */
    above: z.record(z.string(), z.array(z.string())),
  }),
  teams: z.array(TeamFigure),
  types: z.array(TypeFigure),
  /** Always all four; they add up to all results. */
  sides: z.array(SideFigure).length(4),
  comparison: Comparison,
  /** Results in which a channel took part: can exceed the total, never stacked. */
  channels: z.array(ChannelFigure),
  /** Each adds up to all results; empty where nothing was ever named. */
  skills: z.array(NamedFigure),
  programs: z.array(NamedFigure),
  objectives: z.array(NamedFigure),
  /** Objectives of the page's days, as a tree: each after the one that it serves. */
  targets: z.array(Target),
  presence: Presence,
  /** Programs of the whole organization, whatever the slice but a chosen program; of each from its beginning. */
  cohorts: FormsBeside,
  concentration: Concentration,
  timeToVerify: TimeToVerify,
  /** Verified by people alone, and matched to a record of the CRM; they add up to all results. */
  howSure: z.object({ verified: Figure, matched: Figure }),
  /** Realised value without a dated rate, per currency: in no other figure. Of which days a rate is missing: from the first to the last. */
  notConverted: z.array(
    z.object({ currency: z.string(), digits: z.int(), outcomes: z.int(), valueMinor: Integer, firstDay: Day, lastDay: Day }),
  ),
  /** As they stand now, never added to verified figures. */
  notYetVerified: z.array(z.object({ rung: z.union([z.literal(1), z.literal(2), z.literal(3)]), outcomes: z.int() })),
})
export type ImpactPage = z.infer<typeof ImpactPage>
