import { z } from 'zod'
import { ContributorRole } from '../../credits/schema.ts'
import { FileKind } from '../../files/schema.ts'
import { Id } from '../../ids/ids.ts'
import { Money } from '../../money/money.ts'
import { NamedObjective, ObjectiveRef } from '../../objectives/schema.ts'
import { ProgramRef } from '../../programs/schema.ts'
import { Day, Instant } from '../../time/day.ts'
import { InReportingCurrency, OutcomeState, PersonRef, TypeRef } from '../schema.ts'
import { ChannelOption, ReasonOption, SkillOption } from '../types/schema.ts'

/** A value before or after a change, in the form a reader's language can put into words. */
export const HistoryValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  /** Not for this reader, or erased. */
  z.object({ kind: z.literal('withheld') }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  /** `reported`: as it stood in the reporting currency while this was said; null: stated in it, or nobody kept it. */
  z.object({ kind: z.literal('money'), money: Money, reported: InReportingCurrency.nullable() }),
  z.object({ kind: z.literal('day'), day: Day }),
  z.object({ kind: z.literal('type'), type: TypeRef }),
  z.object({ kind: z.literal('names'), names: z.array(z.string()) }),
  z.object({ kind: z.literal('channels'), channels: z.array(ChannelOption.pick({ id: true, platform: true, code: true, name: true })) }),
  z.object({ kind: z.literal('skill'), skill: SkillOption.pick({ id: true, code: true, name: true }) }),
  z.object({ kind: z.literal('objective'), objective: ObjectiveRef }),
  z.object({ kind: z.literal('program'), program: ProgramRef }),
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
  'objective',
  'program',
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
  /** The version that it made, where it can be read. */
  version: z.int().nullable(),
  /** It brought that version back. */
  restored: z.int().nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>
export const HistoryOutput = z.object({ entries: z.array(HistoryEntry) })

/** What changed since this reader last looked at what they review; `since` null: they never did, or nothing did. */
export const ChangesSinceOutput = z.object({ since: Instant.nullable(), changes: z.array(HistoryChange) })
export type ChangesSince = z.infer<typeof ChangesSinceOutput>

export const ReadVersionInput = z.object({ id: Id, version: z.int().min(1) })
export type ReadVersionInput = z.infer<typeof ReadVersionInput>

/** What it said then, as the form takes it up again: ids as they were, names as they are now. */
export const VersionDraft = z.object({
  typeId: Id.nullable(),
  title: z.string(),
  subject: z.string(),
  occurredOn: Day.nullable(),
  firstTouchOn: Day.nullable(),
  value: Money.nullable(),
  channels: z.array(z.object({ channelId: Id, accountId: Id.nullable() })),
  contributors: z.array(PersonRef.extend({ role: ContributorRole, weight: z.int() })),
  /** Of what no longer stands there, only what this reader may know. */
  evidence: z.array(
    z.object({
      id: Id,
      url: z.string().nullable(),
      label: z.string(),
      isFromClient: z.boolean(),
      file: z.object({ id: Id, kind: FileKind, size: z.int() }).nullable(),
    }),
  ),
  story: z.object({ situation: z.string(), action: z.string(), result: z.string() }),
  skillId: Id.nullable(),
  objective: NamedObjective.nullable(),
  program: ProgramRef.nullable(),
  externalId: z.string().nullable(),
})
export type VersionDraft = z.infer<typeof VersionDraft>

export const ReadVersionOutput = z.object({
  version: z.int(),
  at: Instant,
  by: PersonRef.nullable(),
  /** Fields that said something, in the order of the form. */
  values: z.array(z.object({ field: z.enum(historyFields), value: HistoryValue })),
  /** Null where this reader may not change the outcome, or this is how it stands. */
  draft: VersionDraft.nullable(),
})
export type ReadVersionOutput = z.infer<typeof ReadVersionOutput>
