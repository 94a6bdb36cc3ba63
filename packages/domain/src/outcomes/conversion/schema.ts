import { z } from 'zod'

const Count = z.int().min(0)

/** Results whose value is not in the reporting currency, and the days of which a rate is missing. `converting`: rates came, work is on its way. */
export const UnconvertedOutput = z.object({
  converting: Count,
  currencies: z.array(
    z.object({
      currency: z.string(),
      outcomes: Count,
      /** Of them: counted, and so missing in the figures. */
      verified: Count,
      firstDay: z.string(),
      lastDay: z.string(),
      days: z.array(z.object({ day: z.string(), outcomes: Count })),
      moreDays: Count,
    }),
  ),
})
export type UnconvertedOutput = z.infer<typeof UnconvertedOutput>
