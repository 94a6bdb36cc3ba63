import { z } from 'zod'
import { Words } from '../../text/storable.ts'
import { ContributorInput, outcomeLimits, RecordVersion } from '../schema.ts'

/** Two claims of one result become one: `merged` ends and leads to `into`, whose credit is shared as the reviewer sets it. */
export const MergeInput = z.object({
  merged: RecordVersion,
  into: RecordVersion,
  /** Everybody of both, each once; somebody may be thanked only. */
  contributors: z
    .array(ContributorInput)
    .min(1)
    .max(2 * outcomeLimits.contributors),
  words: Words.default(''),
})
export type MergeInput = z.infer<typeof MergeInput>

/** Of the one that ended, by whoever merged it, within ten minutes. */
export const UndoMergeInput = RecordVersion
export type UndoMergeInput = z.infer<typeof UndoMergeInput>
