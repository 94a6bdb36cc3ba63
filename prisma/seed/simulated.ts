/** What a simulated company did: so many days ago, by people who are numbers. What a page tells of it can be counted by hand. */
export type SimulatedAccount = {
  /** Index among all people of the simulation. */
  readonly person: number
  readonly namedDaysAgo: number
  /** The last sign that it was used; naming it is one. */
  readonly lastSignDaysAgo: number
  /** Its owner left the program then: nothing is known of it from that day. */
  readonly leftDaysAgo: number | null
}
export type SimulatedResult = { readonly person: number; readonly daysAgo: number; readonly value: number }
export type SimulatedProgram = {
  readonly title: string
  readonly why: string
  readonly form: 'targeted' | 'mass'
  readonly daysAgo: number
  readonly days: number
  readonly waves: number
  /** Major units of the reporting currency, and hours. */
  readonly budget: number
  readonly hours: number
  /** Each participant with the one account that they use for it. */
  readonly accounts: readonly SimulatedAccount[]
  readonly results: readonly SimulatedResult[]
}
export type Simulation = {
  readonly people: readonly string[]
  readonly programs: readonly SimulatedProgram[]
  /** Of people in no program; their results name none. */
  readonly none: { readonly accounts: readonly SimulatedAccount[]; readonly results: readonly SimulatedResult[] }
}
