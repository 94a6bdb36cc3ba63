import { z } from 'zod'
import { ValueKind } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { requiredText, textLimits } from '../../text/storable.ts'

/** The ten types an organization starts with, in the order of the form. Rows carry the key; their names are messages until renamed. */
export const builtInTypes = [
  { key: 'client-won', valueKind: 'realised', pigment: 1 },
  { key: 'client-kept', valueKind: 'realised', pigment: 4 },
  { key: 'deal-expanded', valueKind: 'realised', pigment: 4 },
  { key: 'opportunity-found', valueKind: 'potential', pigment: 2 },
  { key: 'partner-found', valueKind: 'none', pigment: 6 },
  { key: 'hire-made', valueKind: 'none', pigment: 3 },
  { key: 'message-landed', valueKind: 'none', pigment: 5 },
  { key: 'press-or-speaking', valueKind: 'none', pigment: 7 },
  { key: 'market-insight', valueKind: 'none', pigment: 8 },
  { key: 'support-solved', valueKind: 'none', pigment: 8 },
] as const satisfies readonly { key: string; valueKind: ValueKind; pigment: number }[]
export type BuiltInTypeKey = (typeof builtInTypes)[number]['key']

export const OutcomeType = z.object({
  id: Id,
  key: z.string().nullable(),
  name: z.string().nullable(),
  valueKind: ValueKind,
  pigment: z.int().min(1).max(8),
  position: z.int(),
  isActive: z.boolean(),
})
export type OutcomeType = z.infer<typeof OutcomeType>

export const CreateTypeInput = z.object({
  id: Id,
  name: requiredText(textLimits.line),
  valueKind: ValueKind,
  pigment: z.int().min(1).max(8),
})
export const RenameTypeInput = z.object({ id: Id, name: requiredText(textLimits.line) })
export const RetireTypeInput = z.object({ id: Id, isActive: z.boolean() })
