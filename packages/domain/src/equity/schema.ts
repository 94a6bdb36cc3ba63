import { z } from 'zod'
import { Id } from '../ids/ids.ts'
import { Day } from '../time/day.ts'

export const equityMonths = [3, 12, 36] as const
export const EquityMonths = z.union([z.literal(3), z.literal(12), z.literal(36)])
/** The months until today. */
export const EquityInput = z.object({ months: EquityMonths.default(12) })
export type EquityInput = z.infer<typeof EquityInput>

/** What is told apart; other groups would need data that is not held. */
export const dimensions = ['team', 'site', 'trade', 'seniority', 'role'] as const
export type Dimension = (typeof dimensions)[number]
export const equitySteps = ['verified', 'onStage', 'thanked'] as const
export type EquityStep = (typeof equitySteps)[number]
/** Whole years with the company on the day of the result, from … up to the next. */
export const seniorityYears = [0, 1, 3, 10] as const

/** Basis points, with the 90 % interval. `isApart`: the rate of all lies outside it. null: of nothing there is no rate. */
export const EquityRate = z.object({ bp: z.int(), lowBp: z.int(), highBp: z.int(), isApart: z.boolean() }).nullable()
export type EquityRate = z.infer<typeof EquityRate>

const Figures = z.object({
  people: z.int(),
  /** Parts that people had in results: whoever had a part in two counts twice. */
  logged: z.int(),
  verified: EquityRate,
  onStage: EquityRate,
  thanked: EquityRate,
})
export type EquityFigures = z.infer<typeof Figures>

/** `figures`: null where the group is too small, or where it would be told by what is left. `name`: of teams and sites; `code`: of the rest, and of trades that are not named. */
export const EquityGroup = z.object({
  key: z.string(),
  name: z.string().nullable(),
  code: z.string().nullable(),
  figures: Figures.nullable(),
})
export type EquityGroup = z.infer<typeof EquityGroup>

/** Whom others name as helpers again and again, who was never on stage: to their own manager alone, by name, with the latest results. */
export const HiddenExpert = z.object({ id: Id, name: z.string(), results: z.array(z.object({ id: Id, title: z.string() })) })
export type HiddenExpert = z.infer<typeof HiddenExpert>

export const EquityOutput = z.object({
  from: Day,
  to: Day,
  smallestGroup: z.int(),
  /** False: of the people within the reader's reach. */
  isWhole: z.boolean(),
  all: Figures.nullable(),
  groups: z.array(z.object({ by: z.enum(dimensions), rows: z.array(EquityGroup) })),
  /** null: the reader manages no team. */
  experts: z.array(HiddenExpert).nullable(),
})
export type EquityOutput = z.infer<typeof EquityOutput>
