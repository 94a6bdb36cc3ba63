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
