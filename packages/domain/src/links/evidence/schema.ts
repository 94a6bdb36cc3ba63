import { z } from 'zod'
import { Day } from '../../time/day.ts'

/** What a link that is named as evidence says: how often people followed it, and on which days first and last. `redirectedOn`: it leads elsewhere since. */
export const EvidenceVisits = z.object({ visits: z.int(), from: Day.nullable(), to: Day.nullable(), redirectedOn: Day.nullable() })
export type EvidenceVisits = z.infer<typeof EvidenceVisits>
