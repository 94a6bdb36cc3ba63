import type { ContributorRole } from '@oeuvre/domain/credits/schema'

/** A named, deterministic demonstration. Days count back from the day it is made, so that it is never out of date. */
export type Scenario = {
  readonly slug: string
  readonly name: string
  readonly language: 'fr' | 'en'
  readonly timeZone: string
  readonly reportingCurrency: string
  readonly promiseDays: number
  /** Major units of the reporting currency; above it a second decider looks. */
  readonly secondLook: number | null
  readonly teams: readonly SeedTeam[]
  readonly people: readonly SeedPerson[]
  /** Those that serve another stand after it; of several that a result could serve the last counts. */
  readonly objectives: readonly SeedObjective[]
  readonly programs: readonly SeedProgram[]
  readonly links: SeedLinks
  readonly stories: readonly SeedStory[]
  readonly kudos: readonly SeedKudos[]
  readonly stage: readonly SeedStage[]
  readonly awards: readonly SeedAward[]
  readonly patterns: SeedPatterns
}

export type SeedTeam = { readonly key: string; readonly name: string; readonly parent: string | null; readonly managers: readonly string[] }

export type SeedPerson = {
  readonly key: string
  readonly name: string
  readonly title: string
  readonly site: string
  readonly team: string | null
  readonly roles?: readonly ('executive' | 'administrator' | 'reviewer')[]
  /** Offered for one-click sign-in. */
  readonly persona?: 'employee' | 'manager' | 'executive' | 'administrator'
  /** Addresses of registered accounts, and who may see them. */
  readonly accounts?: readonly { readonly address: string; readonly visibility: 'me' | 'managers' | 'organization' }[]
  /** Days ago they left. */
  readonly leftDaysAgo?: number
}

export type SeedObjective = {
  readonly key: string
  readonly title: string
  readonly why: string
  /** null: of the organization. */
  readonly team: string | null
  readonly parent?: string
  readonly owner: string
  readonly measure: 'results' | 'value'
  /** Whole results, or major units of the reporting currency. */
  readonly target: number
  readonly types: readonly string[]
  /** From the first of the month so many months ago, so many months long. */
  readonly monthsAgo: number
  readonly months: number
}

export type SeedState = 'verified' | 'submitted' | 'second-look' | 'changes-requested' | 'declined' | 'withdrawn' | 'draft'

export type SeedProgram = {
  readonly title: string
  readonly why: string
  readonly form: 'targeted' | 'mass'
  /** Key of the objective that it serves. */
  readonly objective: string | null
  readonly owner: string
  readonly coaches: readonly string[]
  readonly channels: readonly string[]
  /** In the order of joining; each names all their registered accounts. */
  readonly participants: readonly string[]
  /** Asked by the owner, and have not answered. */
  readonly invited: readonly string[]
  readonly daysAgo: number
  readonly days: number
  /** Major units of the reporting currency. */
  readonly budget: number
  readonly hours: number
  readonly waves: number
  /** Its pages in Markdown; of a mass program there are none. */
  readonly playbook?: {
    readonly 'first-steps': string
    readonly examples: string
    readonly 'do-and-dont': string
    readonly disclosure: string
  }
  /** Between a coach and somebody who takes part: from, to, words. */
  readonly notes?: readonly (readonly [string, string, string])[]
}

/** A verified result of the scenario on stage. Everybody in it agreed, but those named here. */
export type SeedStage = {
  readonly title: string
  readonly by: string
  /** When it was chosen. */
  readonly daysAgo: number
  /** Its day, after it was chosen; absent: the same. */
  readonly inDays?: number
  readonly untilDaysAgo?: number
  readonly isLead?: boolean
  readonly reason: string
  readonly quote: string
  readonly needed: string
  readonly learnt: string
  readonly thanks: string
  /** What stands for the client, who is withheld; null: not withheld. */
  readonly clientAs: string | null
  /** Yes, but without their name. */
  readonly unnamed: readonly string[]
  /** Have not answered yet. */
  readonly silent: readonly string[]
}

export type SeedLink = {
  readonly owner: string
  /** On one of the domains. */
  readonly path: string
  readonly place: 'linkedin' | 'email' | 'print'
  /** Title of a program that the owner takes part in. */
  readonly program: string | null
  readonly note: string
  readonly daysAgo: number
  readonly isWithdrawn?: boolean
  readonly visits: readonly {
    readonly daysAgo: number
    readonly host: string
    readonly device: 'phone' | 'computer'
    readonly people: number
  }[]
  readonly previews: number
  readonly robots: number
}
export type SeedLinks = { readonly domains: readonly string[]; readonly made: readonly SeedLink[] }

export type SeedStory = {
  readonly daysAgo: number
  readonly type: string
  readonly title: string
  readonly subject: string
  /** Major units; absent: not stated. */
  readonly value?: number
  readonly currency?: string
  /** Channel codes; `linkedin@person` names that person's registered account. Empty: none stated. */
  readonly channels: readonly string[]
  readonly people: readonly (readonly [person: string, role: ContributorRole, weight: number])[]
  readonly story: readonly [situation: string, action: string, result: string]
  readonly skill?: string
  readonly evidence?: readonly string[]
  readonly state?: SeedState
  /** Days from logging to sending, and from sending to the decision. */
  readonly waits?: readonly [number, number]
  /** Words of a decision that needs them. */
  readonly words?: string
  /** Logged by somebody else than the lead. */
  readonly author?: string
}

/** Thanks for the story of that title. */
export type SeedKudos = {
  readonly story: string
  readonly from: string
  readonly to: readonly string[]
  readonly daysAgo: number
  readonly text: string
  readonly isPrivate?: boolean
}

/** Said by a manager; to a person or a team. */
export type SeedAward = {
  readonly from: string
  readonly to: { readonly person: string } | { readonly team: string }
  readonly stories: readonly string[]
  readonly daysAgo: number
  readonly reason: string
}

/** How the plain results between the stories are made: short, believable, in the company's own words. */
export type SeedPatterns = {
  /** Results a month, oldest first; the last is the running month. */
  readonly perMonth: readonly number[]
  readonly clients: readonly string[]
  /** `{client}` is replaced. */
  readonly kinds: readonly {
    readonly type: string
    readonly share: number
    readonly teams: readonly string[]
    readonly skill: string
    readonly titles: readonly string[]
    readonly lines: readonly (readonly [situation: string, action: string, result: string])[]
    /** Who it was for, where that is no client. */
    readonly subjects?: readonly string[]
    /** Median value in major units, and the spread of its logarithm; absent: no value. */
    readonly value?: readonly [median: number, spread: number]
  }[]
  /** Channel sets with their shares. */
  readonly channels: readonly (readonly [share: number, codes: readonly string[]])[]
}
