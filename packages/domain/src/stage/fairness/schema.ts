import { z } from 'zod'
import { ContributorRole } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { Day } from '../../time/day.ts'

/** Counts of results. `results`: verified in the period; `onStage`: of stories that came on stage in it. null: too few people to say. */
const counts = { results: z.int().nullable(), onStage: z.int().nullable() }
const Named = z.object({ id: Id, name: z.string(), ...counts })

/**
 * For whoever chooses: how far each team, site, trade and role has been on stage over a year, beside what they brought. In alphabetical
 * order, roles in theirs. A result counts once for each team, site and role that has a part in it.
 */
export const Fairness = z.object({
  from: Day,
  to: Day,
  all: z.object({ results: z.int(), onStage: z.int() }),
  teams: z.array(Named),
  sites: z.array(z.object({ name: z.string(), ...counts })),
  trades: z.array(z.object({ id: Id, code: z.string().nullable(), name: z.string().nullable(), ...counts })),
  roles: z.array(z.object({ role: ContributorRole, ...counts })),
  /** Within the chooser's own reach: named as helpers again and again, never on stage nor thanked. By name, without a figure. */
  helpers: z.array(z.object({ id: Id, name: z.string() })),
  smallestGroup: z.int(),
})
export type Fairness = z.infer<typeof Fairness>
