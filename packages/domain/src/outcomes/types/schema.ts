import { z } from 'zod'
import { ValueKind } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
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

export const CreateTypeInput = z.object({
  id: Id,
  name: requiredText(textLimits.line),
  valueKind: ValueKind,
  pigment: z.int().min(1).max(8),
})
export const RenameTypeInput = z.object({ id: Id, name: requiredText(textLimits.line) })
export const ArchiveTypeInput = z.object({ id: Id, isArchived: z.boolean() })

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

/** The words of an organization, in their order; archived ones too, because older outcomes name them. */
export const VocabularyOutput = z.object({ types: z.array(OutcomeType), channels: z.array(ChannelOption), skills: z.array(SkillOption) })
export type Vocabulary = z.infer<typeof VocabularyOutput>
