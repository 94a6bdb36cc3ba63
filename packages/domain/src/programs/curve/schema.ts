import { z } from 'zod'

/** Days from the beginning on which it is asked what is left: three, six and twelve months. */
export const survivalMarks = [91, 183, 365] as const
/** Where a curve that is drawn ends. */
export const drawnUntil = 365

/**
 * What is left, drawn: from each day on so many basis points live, with the band; `lastSeen`: after it nothing is known. `atRisk`: how
 * many were still seen at the beginning and at each mark.
 */
export const Curve = z.object({
  lastSeen: z.int(),
  points: z.array(z.object({ day: z.int(), bp: z.int(), lowBp: z.int(), highBp: z.int() })),
  atRisk: z.array(z.object({ days: z.int(), count: z.int() })),
})
export type Curve = z.infer<typeof Curve>
