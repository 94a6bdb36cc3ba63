import { createHash } from 'node:crypto'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { type ChannelOfWords, channelMeant } from '@oeuvre/domain/transfers/channels/rules'
import { dealFingerprint, dealReader } from '@oeuvre/domain/transfers/deals/rules'
import type { DealCandidate, DealContext, DealReading } from '@oeuvre/domain/transfers/deals/schema'
import { type ObjectiveOfWords, objectivesMeant } from '@oeuvre/domain/transfers/objectives/rules'
import { type Existing, planDeal, planLeftOut } from '@oeuvre/domain/transfers/plan/rules'
import type { DealMapping, Fault, TypeOption } from '@oeuvre/domain/transfers/schema'
import type { TableRow } from '../../../platform/csv/read-table.ts'
import type { CommandContext } from '../../../platform/mutate.ts'
import { matchPersons, type PersonMatch } from '../../people/queries/match-persons.ts'
import { findDeals } from '../queries/find-deals.ts'
import { listChannels } from '../queries/list-channels.ts'
import { listObjectivesOfWords } from '../queries/list-objectives-of-words.ts'
import type { StagedRow } from './stage-rows.sql.ts'

/** Judges rows of a file, a batch at a time, against what is known; writes nothing. */
export type Judge = (rows: readonly TableRow[]) => Promise<StagedRow[]>

/** A deal as it waits for the run. `news`: what would have to be made for it (`person:…`, `channel:…`). */
export type StagedDeal = { readonly deal: DealCandidate; readonly news: readonly string[] }

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

export function dealContext(ctx: CommandContext, types: readonly TypeOption[]): DealContext {
  const { settings, today } = ctx.actor
  const valueKinds = new Map(types.map(({ id, valueKind }) => [id, valueKind]))
  return { timeZone: settings.timeZone, firstAllowedDay: settings.firstAllowedDay, today, valueKinds }
}

type Known = {
  readonly persons: ReadonlyMap<string, readonly PersonMatch[]>
  readonly deals: ReadonlyMap<string, Existing>
  readonly channels: readonly ChannelOfWords[]
  readonly objectives: readonly ObjectiveOfWords[]
}
type Person = DealCandidate['persons'][number]

const keyOf = (person: Pick<Person, 'text' | 'by'>) => `${person.by ?? ''}:${person.text}`

/** Who is meant by the persons of these deals; each cell is asked about once. */
export async function matchPersonsOf(tx: SqlTx, ctx: CommandContext, deals: readonly Pick<DealCandidate, 'persons'>[]) {
  const cells = new Map(deals.flatMap(({ persons }) => persons.map((person) => [keyOf(person), person] as const)))
  const matches = await matchPersons(tx, ctx.actor.organizationId, [...cells.values()])
  const known = new Map([...cells.keys()].map((key, index) => [key, matches[index] ?? []]))
  return { known, of: (person: Pick<Person, 'text' | 'by'>) => known.get(keyOf(person)) ?? [] }
}

function personFaults(deal: DealCandidate, known: Known, mapping: DealMapping): Fault[] {
  const header = (role: string) => mapping.columns.find(({ field }) => field === (role === 'lead' ? 'lead' : 'contributor'))?.header ?? null
  return deal.persons.flatMap((person): Fault[] => {
    const matches = known.persons.get(keyOf(person)) ?? []
    const fault = (code: Fault['code'], params?: Fault['params']): Fault[] => [
      { column: header(person.role) ?? header('lead'), value: person.text.slice(0, 200), code, ...(params ? { params } : {}) },
    ]
    if (matches.length > 1) return fault('person-ambiguous', { count: matches.length })
    const [match] = matches
    if (!match) return mapping.createPersons ? [] : fault('person-unknown')
    return match.leftOn !== null && match.leftOn < deal.occurredOn ? fault('person-has-left', { leftOn: match.leftOn }) : []
  })
}

/** Whom nobody knows, and what nobody knows: the row says so, and nothing is made of it. */
function objectiveFaults(deal: DealCandidate, { objectives }: Known, mapping: DealMapping): Fault[] {
  if (deal.objective === undefined) return []
  const { length: count } = objectivesMeant(deal.objective, deal.occurredOn, objectives)
  if (count === 1) return []
  const column = mapping.columns.find(({ field }) => field === 'objective')?.header ?? null
  return [{ column, value: deal.objective.slice(0, 200), code: count === 0 ? 'objective-unknown' : 'objective-ambiguous' }]
}

function newsOf(deal: DealCandidate, known: Known): string[] {
  const persons = deal.persons
    .filter((person) => !known.persons.get(keyOf(person))?.length)
    .map(({ text }) => `person:${normalisedKey(text)}`)
  const channels = deal.channels.flatMap((meaning) =>
    meaning.kind === 'conventional' && !channelMeant(meaning, known.channels) ? [`channel:${normalisedKey(meaning.name)}`] : [],
  )
  return [...persons, ...channels]
}

function judgeDeal(deal: DealCandidate, known: Known, mapping: DealMapping, runner: string | null) {
  const faults = [...personFaults(deal, known, mapping), ...objectiveFaults(deal, known, mapping)]
  if (faults.length > 0) return { result: 'faulty' as const, faults, reason: null, candidate: null }
  const ids = [...new Set(deal.persons.map((person) => known.persons.get(keyOf(person))?.[0]?.id ?? keyOf(person)))]
  const channelIds = new Set(
    deal.channels.map((meaning) => channelMeant(meaning, known.channels)?.id ?? (meaning.kind === 'conventional' ? meaning.name : '')),
  )
  const objectiveId = deal.objective === undefined ? undefined : objectivesMeant(deal.objective, deal.occurredOn, known.objectives)[0]?.id
  const plan = planDeal(
    { ...deal, channelIds: [...channelIds], contributorIds: ids, objectiveId },
    known.deals.get(deal.externalId) ?? null,
  )
  const result =
    plan.do === 'nothing' ? ('unchanged' as const) : plan.do === 'add' || plan.do === 'revive' ? ('added' as const) : ('updated' as const)
  const reason = result === 'added' && runner !== null && ids.includes(runner) ? 'submitted' : null
  return { result, faults, reason, candidate: { deal, news: newsOf(deal, known) } satisfies StagedDeal }
}

function stage({ number, line }: TableRow, reading: DealReading, known: Known, mapping: DealMapping, runner: string | null): StagedRow {
  if (reading.kind === 'faulty')
    return {
      number,
      line,
      result: 'faulty',
      reason: null,
      external_id: reading.externalId,
      faults: reading.faults,
      candidate: null,
      fingerprint: null,
    }
  if (reading.kind === 'left-out') {
    const { externalId, why } = reading
    const isTaken = planLeftOut(why, known.deals.get(externalId) ?? null) === 'withdraw'
    return {
      number,
      line,
      result: isTaken ? 'withdrawn' : 'left-out',
      reason: why,
      external_id: externalId,
      faults: [],
      candidate: null,
      fingerprint: why,
    }
  }
  const judged = judgeDeal(reading.deal, known, mapping, runner)
  return { number, line, external_id: reading.deal.externalId, fingerprint: digestOf(dealFingerprint(reading.deal)), ...judged }
}

/** How rows of deals are judged under one mapping. */
export function dealJudge(ctx: CommandContext, mapping: DealMapping, types: readonly TypeOption[]): Judge {
  const { organizationId, personId } = ctx.actor
  const readRow = dealReader(mapping, dealContext(ctx, types))
  return async (rows) => {
    const readings = rows.map(({ cells }) => readRow(cells))
    const deals = readings.flatMap((reading) => (reading.kind === 'deal' ? [reading.deal] : []))
    const ids = readings.flatMap((reading) => (reading.kind === 'deal' ? [reading.deal.externalId] : (reading.externalId ?? [])))
    const known = await read(ctx.db, organizationId, async (tx): Promise<Known> => {
      const persons = await matchPersonsOf(tx, ctx, deals)
      return {
        persons: persons.known,
        deals: await findDeals(tx, organizationId, ids, deals),
        channels: await listChannels(tx, organizationId),
        objectives: await listObjectivesOfWords(tx, organizationId),
      }
    })
    return rows.map((row, index) =>
      stage(row, readings[index] ?? { kind: 'faulty', externalId: null, faults: [] }, known, mapping, personId),
    )
  }
}
