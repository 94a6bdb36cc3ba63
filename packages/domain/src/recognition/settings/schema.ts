import { z } from 'zod'

/** One's own trend, for oneself alone: not unless the organization says so. `ruled-out`: never again, whoever administers. */
export const ownTrends = ['off', 'on', 'ruled-out'] as const
export const OwnTrend = z.enum(ownTrends)
export type OwnTrend = z.infer<typeof OwnTrend>
export const RecognitionSettings = z.object({ ownTrend: OwnTrend })
export type RecognitionSettings = z.infer<typeof RecognitionSettings>
