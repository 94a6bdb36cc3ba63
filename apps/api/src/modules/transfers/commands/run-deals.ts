import type { SqlTx } from '@oeuvre/db/tenant'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { channelMeant } from '@oeuvre/domain/transfers/channels/rules'
import { unitePersons } from '@oeuvre/domain/transfers/deals/rules'
import type { DealCandidate } from '@oeuvre/domain/transfers/deals/schema'
import { objectivesMeant } from '@oeuvre/domain/transfers/objectives/rules'
import type { DealMapping } from '@oeuvre/domain/transfers/schema'
import type { Writing } from '../../../platform/writing.ts'
import { addChannels } from '../../outcomes/commands/add-channels.sql.ts'
import type { ImportedOutcome, RecordedOutcome } from '../../outcomes/commands/plan-imported-outcomes.ts'
import { recordImported, withdrawLost } from '../../outcomes/commands/record-imported-outcomes.ts'
import { type PersonInput, upsertPersons } from '../../people/commands/upsert-persons.sql.ts'
import { listChannels } from '../queries/list-channels.ts'
import { listObjectivesOfWords } from '../queries/list-objectives-of-words.ts'
import { matchPersonsOf, type StagedDeal } from './judge-deals.ts'
import type { ImportKey } from './stage-rows.sql.ts'
import { type DoneRow, recordSideEffects, type SideEffect, takeTwins, type WaitingRow } from './take-rows.sql.ts'

type Person = DealCandidate['persons'][number]
type Deal = { readonly row: WaitingRow; readonly deal: DealCandidate }

/** The deals of these rows, with the persons of the other rows of the same deals. */
async function dealsOf(tx: Writing['tx'], key: ImportKey, rows: readonly WaitingRow[]): Promise<Deal[]> {
  const staged = rows.flatMap((row) => (row.candidate ? [{ row, deal: (row.candidate as StagedDeal).deal }] : []))
  const twins = Map.groupBy(
    await takeTwins(
      tx,
      key,
      staged.map(({ deal }) => deal.externalId),
    ),
    (twin) => twin.external_id,
  )
  return staged.map(({ row, deal }) => {
    const others = (twins.get(deal.externalId) ?? []).map((twin) => (twin.candidate as StagedDeal).deal.persons)
    return { row, deal: others.length > 0 ? { ...deal, persons: unitePersons([deal.persons, ...others]) } : deal }
  })
}

/** Somebody whom only a deal names, as a person without a login. */
function personOf({ text, by }: Person): PersonInput {
  const isAddress = by === 'email' || (by === null && /^\S+@\S+\.\S+$/.test(text.trim()))
  if (isAddress) return { externalId: null, name: text.trim().split('@')[0] ?? text, email: text.trim().toLowerCase() }
  return { externalId: by === 'id' ? text.trim() : null, name: text, email: null }
}

async function makePersons(w: Writing, deals: readonly Deal[]): Promise<SideEffect[]> {
  const { of } = await matchPersonsOf(
    w.tx,
    w.ctx,
    deals.map(({ deal }) => deal),
  )
  const unknown = new Map(
    deals.flatMap(({ deal }) => deal.persons.filter((p) => of(p).length === 0)).map((p) => [normalisedKey(p.text), p]),
  )
  if (unknown.size === 0) return []
  const made = await upsertPersons(w, [...unknown.values()].map(personOf))
  return made.flatMap((person) => (person.kind === 'added' ? [{ kind: 'person' as const, id: person.id, version: person.version }] : []))
}

async function makeChannels(w: Writing, deals: readonly Deal[]): Promise<SideEffect[]> {
  const channels = await listChannels(w.tx, w.ctx.actor.organizationId)
  const names = new Map<string, string>()
  for (const meaning of deals.flatMap(({ deal }) => deal.channels))
    if (meaning.kind === 'conventional' && !channelMeant(meaning, channels)) names.set(normalisedKey(meaning.name), meaning.name)
  const made = await addChannels(w, [...names.values()])
  return made.map((id) => ({ kind: 'channel', id, version: null }))
}

type Resolved = { readonly row: WaitingRow; readonly outcome: ImportedOutcome } | { readonly row: WaitingRow; readonly fault: unknown }

async function resolve(w: { readonly tx: SqlTx; readonly ctx: Writing['ctx'] }, deals: readonly Deal[]): Promise<Resolved[]> {
  const { of } = await matchPersonsOf(
    w.tx,
    w.ctx,
    deals.map(({ deal }) => deal),
  )
  const channels = await listChannels(w.tx, w.ctx.actor.organizationId)
  const objectives = await listObjectivesOfWords(w.tx, w.ctx.actor.organizationId)
  return deals.map(({ row, deal }): Resolved => {
    // Two years of a directory may pass between a dry run and its run: what no longer holds is a faulty row.
    const unsure = deal.persons.find((person) => of(person).length !== 1)
    if (unsure) {
      const code = of(unsure).length === 0 ? 'person-unknown' : 'person-ambiguous'
      return { row, fault: [{ column: null, value: unsure.text.slice(0, 200), code }] }
    }
    const meant = deal.objective === undefined ? [] : objectivesMeant(deal.objective, deal.occurredOn, objectives)
    if (deal.objective !== undefined && meant.length !== 1) {
      const code = meant.length === 0 ? 'objective-unknown' : 'objective-ambiguous'
      return { row, fault: [{ column: null, value: deal.objective.slice(0, 200), code }] }
    }
    const objectiveId = meant[0]?.id
    const ids = [...new Set(deal.persons.flatMap((person) => of(person).map(({ id }) => id)))]
    const { externalId, typeId, title, subject, occurredOn, firstTouchOn, value, story, linkCode, utm } = deal
    const channelIds = [...new Set(deal.channels.flatMap((meaning) => channelMeant(meaning, channels)?.id ?? []))]
    const contributors = ids.map((personId, index) => ({
      personId,
      role: index === 0 ? ('lead' as const) : ('support' as const),
      weight: 1,
    }))
    return {
      row,
      outcome: {
        ...{ externalId, typeId, title, subject, occurredOn, firstTouchOn, value },
        ...{ channelIds, contributors, story, linkCode, utm, objectiveId },
      },
    }
  })
}

function done(number: number, recorded: RecordedOutcome | undefined, result: string, reason: string | null): DoneRow {
  const touched = recorded && recorded.result !== 'unchanged'
  return {
    number,
    result,
    reason,
    subject_kind: recorded ? 'outcome' : null,
    subject_id: recorded?.outcomeId ?? null,
    version_after: touched ? recorded.versionAfter : null,
    before: recorded?.before ?? null,
    faults: null,
  }
}

/** Carries out a batch of deals in the transaction of the import; one answer per row. */
export async function runDeals(w: Writing, key: ImportKey, mapping: DealMapping, rows: readonly WaitingRow[]): Promise<DoneRow[]> {
  const deals = await dealsOf(w.tx, key, rows)
  if (mapping.createPersons) await recordSideEffects(w.tx, key, await makePersons(w, deals))
  await recordSideEffects(w.tx, key, await makeChannels(w, deals))
  const resolved = await resolve(w, deals)
  const sound = resolved.flatMap((r) => ('outcome' in r ? [r] : []))
  const recorded = await recordImported(
    w.ctx,
    w.tx,
    w.emit,
    w.tools,
    sound.map(({ outcome }) => outcome),
  )
  const results = sound.map(({ row }, index) => {
    const one = recorded[index]
    const isWaiting = one?.result === 'added' && one.state === 'submitted'
    return done(row.number, one, one?.result ?? 'unchanged', isWaiting ? 'submitted' : null)
  })
  const faults = resolved.flatMap((r) => ('fault' in r ? [{ ...done(r.row.number, undefined, 'faulty', null), faults: r.fault }] : []))
  return [...results, ...faults, ...(await takeBackLost(w, rows))]
}

/** Deals that the CRM has as lost or open and that were imported as won. */
async function takeBackLost(w: Writing, rows: readonly WaitingRow[]): Promise<DoneRow[]> {
  const lost = rows.filter(({ candidate, reason, external_id }) => !candidate && external_id !== null && reason !== 'ignored')
  if (lost.length === 0) return []
  const taken = await withdrawLost(
    w.ctx,
    w.tx,
    w.emit,
    w.tools,
    lost.flatMap(({ external_id }) => external_id ?? []),
  )
  const byId = new Map(taken.map((one) => [one.externalId, one]))
  return lost.map(({ number, external_id, reason }) => {
    const one = byId.get(external_id ?? '')
    const isTaken = one !== undefined && one.result !== 'unchanged'
    return isTaken ? done(number, one, 'withdrawn', reason) : done(number, undefined, 'left-out', reason)
  })
}
