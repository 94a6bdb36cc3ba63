/** What is there already in an organization, as its administrators' guide counts it. */
export type SetUpProgress = {
  readonly people: number
  readonly teams: number
  readonly withAccess: number
  readonly invited: number
  /** Somebody saved the settings once. */
  readonly hasSettings: boolean
  readonly hasOutcomes: boolean
}
