import { z } from 'zod'
import { ValueKind } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { requiredText, textLimits } from '../../text/storable.ts'

/** The ten types an organization starts with, in the order of the form. Rows carry the code; their names are messages until renamed. */
export const builtInTypes = [
  { code: 'client-won', valueKind: 'realised', pigment: 1 },
  { code: 'client-kept', valueKind: 'realised', pigment: 4 },
  { code: 'deal-expanded', valueKind: 'realised', pigment: 4 },
  { code: 'opportunity-found', valueKind: 'potential', pigment: 2 },
  { code: 'partner-found', valueKind: 'none', pigment: 6 },
  { code: 'hire-made', valueKind: 'none', pigment: 3 },
  { code: 'message-landed', valueKind: 'none', pigment: 5 },
  { code: 'press-or-speaking', valueKind: 'none', pigment: 7 },
  { code: 'market-insight', valueKind: 'none', pigment: 8 },
  { code: 'support-solved', valueKind: 'none', pigment: 8 },
] as const satisfies readonly { code: string; valueKind: ValueKind; pigment: number }[]
export type BuiltInTypeCode = (typeof builtInTypes)[number]['code']

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
