import { z } from 'zod'
import { ValueKind } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { readAddress, writeAddress } from '../../text/address.ts'
import { requiredText, textLimits } from '../../text/storable.ts'

export const OutcomeType = z.object({
  id: Id,
  code: z.string().nullable(),
  name: z.string().nullable(),
  valueKind: ValueKind,
  pigment: z.int().min(1).max(8),
  position: z.int(),
  isArchived: z.boolean(),
})
export type OutcomeType = z.infer<typeof OutcomeType>

/** What carries results, as the form and the filters offer it. Built-in ones have a code; `name` is the organization's own, and wins. */
export const ChannelOption = z.object({
  id: Id,
  kind: z.enum(['social', 'conventional']),
  platform: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  position: z.int(),
  isArchived: z.boolean(),
})
export type ChannelOption = z.infer<typeof ChannelOption>

export const SkillOption = z.object({
  id: Id,
  code: z.string().nullable(),
  name: z.string().nullable(),
  position: z.int(),
  isArchived: z.boolean(),
})
export type SkillOption = z.infer<typeof SkillOption>

/** Why a result is declined, or sent back to be made clearer: each has its list. */
export const reasonKinds = ['decline', 'changes'] as const
export type ReasonKind = (typeof reasonKinds)[number]

export const ReasonOption = z.object({
  id: Id,
  kind: z.enum(reasonKinds),
  code: z.string().nullable(),
  name: z.string().nullable(),
  position: z.int(),
  isArchived: z.boolean(),
})
export type ReasonOption = z.infer<typeof ReasonOption>

/** The words of an organization, in their order; archived ones too, because older outcomes name them. */
export const VocabularyOutput = z.object({
  types: z.array(OutcomeType),
  channels: z.array(ChannelOption),
  skills: z.array(SkillOption),
  reasons: z.array(ReasonOption),
})
export type Vocabulary = z.infer<typeof VocabularyOutput>

const word = { id: Id, name: requiredText(textLimits.line).nullable() }
/**
 * New where the id is new, else changed. `name` null: the built-in one's own name again. What results were counted with (the kind of
 * value, social or conventional) stays as it is once something uses it.
 */
export const SaveTypeInput = z.object({ ...word, valueKind: ValueKind, pigment: z.int().min(1).max(8) })
export type SaveTypeInput = z.infer<typeof SaveTypeInput>
export const SaveChannelInput = z.object({ ...word, kind: z.enum(['social', 'conventional']) })
export type SaveChannelInput = z.infer<typeof SaveChannelInput>
export const SaveSkillInput = z.object(word)
export type SaveSkillInput = z.infer<typeof SaveSkillInput>

export const SaveReasonInput = z.object({ ...word, kind: z.enum(reasonKinds) })
export type SaveReasonInput = z.infer<typeof SaveReasonInput>

export const wordKinds = ['type', 'channel', 'skill', ...reasonKinds] as const
export const WordKind = z.enum(wordKinds)
export type WordKind = z.infer<typeof WordKind>
export const ArchiveWordInput = z.object({ kind: WordKind, id: Id, isArchived: z.boolean() })
export type ArchiveWordInput = z.infer<typeof ArchiveWordInput>
/** In this order; those that are not named follow as they were. */
export const OrderWordsInput = z.object({ kind: WordKind, ids: z.array(Id).min(1).max(500) })
export type OrderWordsInput = z.infer<typeof OrderWordsInput>

/** The administrator's page: which words, and whose panel is open. */
export const WordsAdministration = z.object({ view: WordKind.optional(), word: z.union([Id, z.literal('new')]).optional() })
export type WordsAdministration = z.infer<typeof WordsAdministration>

export function parseWordsAdministration(search: Readonly<Record<string, unknown>>): WordsAdministration {
  return readAddress(WordsAdministration, search)
}
export function formatWordsAdministration(state: WordsAdministration): Record<string, string> {
  return writeAddress(WordsAdministration, state)
}
