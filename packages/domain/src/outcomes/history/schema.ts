import { z } from 'zod'
import { ContributorRole } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { Money } from '../../money/money.ts'
import { Day, Instant } from '../../time/day.ts'
import { OutcomeState, PersonRef, TypeRef } from '../schema.ts'
import { ChannelOption, ReasonOption, SkillOption } from '../types/schema.ts'

/** A value before or after a change, in the form a reader's language can put into words. */
export const HistoryValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  /** Not for this reader, or erased. */
  z.object({ kind: z.literal('withheld') }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('money'), money: Money }),
  z.object({ kind: z.literal('day'), day: Day }),
  z.object({ kind: z.literal('type'), type: TypeRef }),
  z.object({ kind: z.literal('names'), names: z.array(z.string()) }),
  z.object({ kind: z.literal('channels'), channels: z.array(ChannelOption.pick({ id: true, platform: true, code: true, name: true })) }),
  z.object({ kind: z.literal('skill'), skill: SkillOption.pick({ id: true, code: true, name: true }) }),
  z.object({ kind: z.literal('shares'), shares: z.array(PersonRef.extend({ role: ContributorRole, basisPoints: z.int() })) }),
])
export type HistoryValue = z.infer<typeof HistoryValue>

export const historyFields = [
  'type',
  'title',
  'subject',
  'occurredOn',
  'value',
  'channels',
  'contributors',
  'evidence',
  'situation',
  'action',
  'result',
  'skill',
  'firstTouchOn',
  'externalId',
] as const
export const HistoryChange = z.object({ field: z.enum(historyFields), before: HistoryValue, after: HistoryValue })
export type HistoryChange = z.infer<typeof HistoryChange>

export const HistoryEntry = z.object({
  id: Id,
  at: Instant,
  /** The event type, see events.ts. */
  event: z.string(),
  by: PersonRef.nullable(),
  /** In whose place, while they were away. */
  for: PersonRef.nullable(),
  /** "Import by X": the person stands in `by`. */
  isImport: z.boolean(),
  from: OutcomeState.nullable(),
  to: OutcomeState.nullable(),
  reason: ReasonOption.pick({ code: true, name: true }).nullable(),
  words: z.string().nullable(),
  /** Of a reminder and of an escalation: who was told. */
  told: z.array(PersonRef),
  /** Of `outcome.passed-on`: whose it was, and whose it is. */
  passedOn: z.object({ from: PersonRef.nullable(), to: PersonRef.nullable() }).nullable(),
  changes: z.array(HistoryChange),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>
export const HistoryOutput = z.object({ entries: z.array(HistoryEntry) })

/** What changed since this reader last looked at what they review; `since` null: they never did, or nothing did. */
export const ChangesSinceOutput = z.object({ since: Instant.nullable(), changes: z.array(HistoryChange) })
export type ChangesSince = z.infer<typeof ChangesSinceOutput>
