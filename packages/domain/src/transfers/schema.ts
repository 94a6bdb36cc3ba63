import { z } from 'zod'
import type { ValueKind } from '../credits/schema.ts'
import { errorCodes } from '../errors/domain-error.ts'

/** What a file can bring. */
export const importKinds = ['people', 'deals'] as const
export const ImportKind = z.enum(importKinds)
export type ImportKind = z.infer<typeof ImportKind>

/** Names as iconv knows them; the first is tried first, the rest can be chosen when the recognition was wrong. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
] as const
export const Encoding = z.enum(encodings)
export type Encoding = z.infer<typeof Encoding>

export const delimiters = [',', ';', '\t', '|'] as const
export const Delimiter = z.enum(delimiters)
export type Delimiter = z.infer<typeof Delimiter>

export const quotes = ['"', "'"] as const
export const Quote = z.enum(quotes)
export type Quote = z.infer<typeof Quote>

/** How the bytes of a file become rows of cells. */
export const Dialect = z.object({
  encoding: Encoding,
  delimiter: Delimiter,
  quote: Quote,
  hasHeader: z.boolean(),
  /** Written by our own export: one `'` before a formula sign is ours and is taken off again. */
  isOwnExport: z.boolean(),
})
export type Dialect = z.infer<typeof Dialect>

/** Year first, day first, month first. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export const DateOrder = z.enum(dateOrders)
export type DateOrder = z.infer<typeof DateOrder>

export const decimalSigns = ['point', 'comma'] as const
export const DecimalSign = z.enum(decimalSigns)
export type DecimalSign = z.infer<typeof DecimalSign>

export const peopleFields = [
  'externalId',
  'name',
  'firstName',
  'lastName',
  'email',
  'title',
  'site',
  'team',
  'parentTeam',
  'manager',
  'startedOn',
] as const
export const dealFields = [
  'externalId',
  'subject',
  'title',
  'stage',
  'closedOn',
  'openedOn',
  'value',
  'currency',
  'channel',
  'lead',
  'contributor',
  'link',
  'objective',
  'situation',
  'action',
  'story',
] as const
/** Fields that several columns may feed: parent teams from the top down, channels, people who take part, values of a link. */
export const repeatableFields: readonly string[] = ['parentTeam', 'channel', 'lead', 'contributor', 'link']
export const dateFields: readonly string[] = ['closedOn', 'openedOn', 'startedOn']

/** Who a cell names, when it names nobody yet known: an identifier, an address or a name. Null: judged by the cell. */
export const personKeys = ['id', 'email', 'name'] as const
export const PersonKey = z.enum(personKeys)
export type PersonKey = z.infer<typeof PersonKey>

const columnShape = {
  header: z.string().max(2000),
  /** Null: asked and not yet answered; a row that needs it is faulty. */
  dateOrder: DateOrder.nullable().default(null),
  decimal: DecimalSign.nullable().default(null),
  personBy: PersonKey.nullable().default(null),
  /** Our own export: several values as a JSON list in one cell. */
  isList: z.boolean().default(false),
}
export const PeopleColumn = z.object({ ...columnShape, field: z.enum(peopleFields).nullable() })
export const DealColumn = z.object({ ...columnShape, field: z.enum(dealFields).nullable() })
export type PeopleColumn = z.infer<typeof PeopleColumn>
export type DealColumn = z.infer<typeof DealColumn>

/** What a stage of the CRM means here. Lost and open rows that were results before are taken back; ignored ones change nothing. */
export const leaveOutReasons = ['lost', 'open', 'ignored'] as const
export const StageMeaning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('outcome'), typeId: z.uuid() }),
  z.object({ kind: z.literal('leaveOut'), why: z.enum(leaveOutReasons) }),
])
export type StageMeaning = z.infer<typeof StageMeaning>
export type LeaveOutReason = (typeof leaveOutReasons)[number]

/** What a channel word means here. `platform` null: social, platform not stated. */
export const ChannelMeaning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('social'), platform: z.string().max(60).nullable() }),
  z.object({ kind: z.literal('conventional'), name: z.string().min(1).max(200) }),
  z.object({ kind: z.literal('notStated') }),
])
export type ChannelMeaning = z.infer<typeof ChannelMeaning>

/** A list, not a record: a value of the file may be `__proto__`. Null: not yet answered. */
const stageValue = z.object({ value: z.string().max(2000), meaning: StageMeaning.nullable() })
const channelValue = z.object({ value: z.string().max(2000), meaning: ChannelMeaning })

export const DealMapping = z.object({
  kind: z.literal('deals'),
  columns: z.array(DealColumn).max(1000),
  /** Stand for a column that the file does not have; a mapped column wins. */
  constants: z.object({
    stage: StageMeaning.nullable().default(null),
    currency: z.string().max(3).nullable().default(null),
    channel: ChannelMeaning.nullable().default(null),
    closedOn: z.string().max(10).nullable().default(null),
  }),
  stages: z.array(stageValue).max(1000),
  channels: z.array(channelValue).max(1000),
  /** People whom nobody knows: created without a login, or the row is faulty. */
  createPersons: z.boolean(),
})
export type DealMapping = z.infer<typeof DealMapping>

export const PeopleMapping = z.object({
  kind: z.literal('people'),
  columns: z.array(PeopleColumn).max(1000),
  constants: z.object({ team: z.string().max(200).nullable().default(null) }),
})
export type PeopleMapping = z.infer<typeof PeopleMapping>

export const Mapping = z.discriminatedUnion('kind', [DealMapping, PeopleMapping])
export type Mapping = z.infer<typeof Mapping>

/** What was learnt of a column by reading all of it. */
export const ColumnProfile = z.object({
  filled: z.int(),
  samples: z.array(z.string()),
  /** Every different value with its number of rows; null: too many to be a list. */
  values: z.array(z.object({ value: z.string(), count: z.int() })).nullable(),
  isDate: z.boolean(),
  isNumber: z.boolean(),
  isEmail: z.boolean(),
  /** Null: too many to know. */
  isUnique: z.boolean().nullable(),
  dateOrder: DateOrder.nullable(),
  mustAskDateOrder: z.boolean(),
  decimal: DecimalSign.nullable(),
  mustAskDecimal: z.boolean(),
  /** Cells that can be read two ways. */
  examples: z.array(z.string()),
})
export type ColumnProfile = z.infer<typeof ColumnProfile>

/** Lists that are not given: what a type is worth, and its code where it is built in. */
export type TypeOption = { readonly id: string; readonly code: string | null; readonly name: string | null; readonly valueKind: ValueKind }

/** One thing that keeps a row out: the column's header as the file has it, what stood there, and why. */
export const Fault = z.object({
  column: z.string().nullable(),
  value: z.string(),
  code: z.enum(errorCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type Fault = z.infer<typeof Fault>

/** Somebody named in a cell: an external id, an e-mail address or a name. */
export type PersonReference = { readonly text: string; readonly by: PersonKey | null }
