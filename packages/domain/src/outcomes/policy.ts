import type { Refusal } from '../errors/domain-error.ts'
import { type Actor, hasRole } from '../organizations/schema.ts'
import { transitionOf, undoUntil } from './review/rules.ts'
import type { Can, ContributorInput, OutcomeAction, OutcomeState, passedReasons } from './schema.ts'

/** A team above a lead: its managers, and who manages in the place of one who is away. The absent one keeps every right. */
export type ChainTeam = {
  readonly teamId: string
  readonly managerIds: readonly string[]
  readonly standIns?: readonly { readonly personId: string; readonly forId: string }[]
}

/** What a policy has to know of an outcome. Teams, managers and reviewers are those of today, not of the day of the result. */
export type OutcomeRecord = {
  readonly state: OutcomeState
  readonly authorId: string | null
  readonly contributors: readonly { readonly personId: string; readonly role: string; readonly teamId: string | null }[]
  /** The lead's team, then the teams above it up to the root, each with those of its managers who can sign in. Empty: no team. */
  readonly leadChain: readonly ChainTeam[]
  readonly decidedById: string | null
  /** Milliseconds since 1970. */
  readonly decidedAt: number | null
  /** Asked to be made clearer, and its author has begun: nobody takes the question back any more. */
  readonly isWrittenSince?: boolean
  /** Who verified first, while it waits for a second look. */
  readonly firstDeciderId: string | null
  /** It was verified once: the ledger names it for ever, so it cannot go. Left out: not. */
  readonly isInLedger?: boolean
}

type Reader = Pick<Actor, 'kind' | 'personId' | 'roles' | 'reachTeamIds' | 'settings'>

export type Visibility = {
  readonly isVisible: boolean
  /** Value and client. */
  readonly isConfidentialShown: boolean
  readonly isEvidenceShown: boolean
  readonly isHistoryShown: boolean
  /** The words said in the review, and comments. */
  readonly areWordsShown: boolean
}

const nothing: Visibility = {
  isVisible: false,
  isConfidentialShown: false,
  isEvidenceShown: false,
  isHistoryShown: false,
  areWordsShown: false,
}
const everything: Visibility = {
  isVisible: true,
  isConfidentialShown: true,
  isEvidenceShown: true,
  isHistoryShown: true,
  areWordsShown: true,
}

function isAuthor(actor: Pick<Actor, 'personId'>, record: OutcomeRecord): boolean {
  return actor.personId !== null && actor.personId === record.authorId
}

function isContributor(actor: Pick<Actor, 'personId'>, record: OutcomeRecord): boolean {
  return record.contributors.some((c) => c.personId === actor.personId)
}

function isLead(actor: Pick<Actor, 'personId'>, record: OutcomeRecord): boolean {
  return record.contributors.some((c) => c.role === 'lead' && c.personId === actor.personId)
}

function isWithinReach(actor: Pick<Actor, 'reachTeamIds'>, record: OutcomeRecord): boolean {
  return record.contributors.some((c) => c.teamId !== null && actor.reachTeamIds.includes(c.teamId))
}

/** Four eyes: neither author nor contributor decides, nor, for a second look, whoever took the first. */
function isSetAside(personId: string, record: OutcomeRecord): boolean {
  const isFirst = record.state === 'second-look' && personId === record.firstDeciderId
  return isFirst || personId === record.authorId || record.contributors.some((c) => c.personId === personId)
}

/** Who may decide as of one team. Nobody stands in for somebody who may not decide themself. */
function decidersIn({ managerIds, standIns = [] }: ChainTeam, record: OutcomeRecord): readonly string[] {
  const standing = standIns.filter((s) => !isSetAside(s.personId, record) && !isSetAside(s.forId, record))
  return [...managerIds.filter((id) => !isSetAside(id, record)), ...standing.map((s) => s.personId)]
}

/**
 * The managers to whom it falls: the nearest ones above the lead who are not set aside. One for whom somebody stands in is away:
 * it waits for them only where nobody else is left. Empty: the role *reviewer* decides.
 */
export function nearestDeciders(record: OutcomeRecord): readonly string[] {
  const away = new Set(record.leadChain.flatMap((team) => team.standIns?.map((s) => s.forId) ?? []))
  for (const isAwayToo of [false, true])
    for (const team of record.leadChain) {
      const left = decidersIn(team, record).filter((id) => isAwayToo || !away.has(id))
      if (left.length > 0) return [...new Set(left)]
    }
  return []
}

/** Why it did not stay at a team, or with one of its managers. */
export type Passed = { readonly teamId: string; readonly personId: string | null; readonly why: (typeof passedReasons)[number] }

function whySetAside(personId: string, record: OutcomeRecord): Passed['why'] | null {
  if (personId === record.authorId) return 'author'
  if (record.contributors.some((c) => c.personId === personId)) return 'contributor'
  return isSetAside(personId, record) ? 'first-look' : null
}

function passedIn(team: ChainTeam, record: OutcomeRecord): Passed[] {
  const { teamId, managerIds, standIns = [] } = team
  if (managerIds.length === 0 && standIns.length === 0) return [{ teamId, personId: null, why: 'no-manager' }]
  const managers = managerIds.flatMap((personId): Passed[] => {
    const why = whySetAside(personId, record) ?? (standIns.some((s) => s.forId === personId) ? 'away' : null)
    return why ? [{ teamId, personId, why }] : []
  })
  const standing = standIns.flatMap(({ personId, forId }): Passed[] => {
    const why = whySetAside(personId, record) ?? (isSetAside(forId, record) ? 'absent-took-part' : null)
    return why ? [{ teamId, personId, why }] : []
  })
  return [...managers, ...standing]
}

/** The way up: the team whose managers it waits for (null: none), and what was passed over on the way, the lead's team first. */
export function wayUp(record: OutcomeRecord): { readonly teamId: string | null; readonly passed: readonly Passed[] } {
  const deciders = nearestDeciders(record)
  const at = record.leadChain.findIndex((team) => decidersIn(team, record).some((id) => deciders.includes(id)))
  const below = at < 0 ? record.leadChain : record.leadChain.slice(0, at + 1)
  return { teamId: record.leadChain[at]?.teamId ?? null, passed: below.flatMap((team) => passedIn(team, record)) }
}

/** Who decides, level by level: the nearest, then who may as of each team above, each person once. */
export function decidersByLevel(record: OutcomeRecord): readonly (readonly string[])[] {
  const away = new Set(record.leadChain.flatMap((team) => team.standIns?.map((s) => s.forId) ?? []))
  const levels = [nearestDeciders(record), ...record.leadChain.map((team) => decidersIn(team, record).filter((id) => !away.has(id)))]
  const known = new Set<string>()
  return levels.flatMap((ids) => {
    const fresh = [...new Set(ids)].filter((id) => !known.has(id))
    for (const id of fresh) known.add(id)
    return fresh.length > 0 ? [fresh] : []
  })
}

/** In whose place somebody decides; null: in their own. */
export function standsInFor(personId: string | null, record: OutcomeRecord): string | null {
  if (record.leadChain.some((team) => personId !== null && team.managerIds.includes(personId))) return null
  const standIns = record.leadChain.flatMap((team) => team.standIns ?? [])
  return standIns.find((s) => s.personId === personId && !isSetAside(s.forId, record))?.forId ?? null
}

/**
 * May decide now: a manager whose reach covers the lead's team, at any height; where none is left, anybody with the role
 * *reviewer*. An import decides for the person who runs it, but not on results of that person's own.
 */
export function isDecider(actor: Reader, record: OutcomeRecord): boolean {
  if (actor.personId === null) return false
  if (actor.kind === 'import') return !isContributor(actor, record)
  if (actor.kind !== 'person' || isSetAside(actor.personId, record)) return false
  const id = actor.personId
  if (record.leadChain.some((team) => decidersIn(team, record).includes(id))) return true
  return hasRole(actor, 'reviewer') && nearestDeciders(record).length === 0
}

/** Whom it waits for; where nobody can decide, whom to ask. */
export function waitsFor(
  record: OutcomeRecord,
  people: { readonly reviewerIds: readonly string[]; readonly administratorIds: readonly string[] },
): { readonly deciders: readonly string[]; readonly ask: readonly string[] } {
  const managers = nearestDeciders(record)
  const deciders = managers.length > 0 ? managers : people.reviewerIds.filter((id) => !isSetAside(id, record))
  return { deciders, ask: deciders.length > 0 ? [] : people.administratorIds }
}

/** The table "who sees what". Roles add up: what one of them shows, the others do not hide. */
export function visibilityOf(actor: Reader, record: OutcomeRecord): Visibility {
  if (actor.kind !== 'person') return everything
  if (actor.personId === null) return nothing
  if (record.state === 'draft') return isAuthor(actor, record) || isLead(actor, record) ? everything : nothing
  if (isAuthor(actor, record) || isContributor(actor, record) || isWithinReach(actor, record) || isDecider(actor, record)) return everything
  if (record.state !== 'verified') return nothing
  const { verifiedVisibility, valueVisibility } = actor.settings
  if (hasRole(actor, 'executive')) return { ...everything, areWordsShown: false }
  if (!hasRole(actor, 'administrator') && verifiedVisibility !== 'everyone') return nothing
  // Being administrator opens the story, not the figures: those follow the setting, as for any colleague.
  return { ...nothing, isVisible: true, isConfidentialShown: verifiedVisibility === 'everyone' && valueVisibility === 'everyone' }
}

function mayTransition(actor: Actor, record: OutcomeRecord, action: OutcomeAction, now: number): boolean {
  switch (transitionOf(record.state, action)?.who) {
    case 'author':
      if (action === 'remove' && record.isInLedger) return false
      return actor.kind === 'import' || isAuthor(actor, record)
    case 'author-or-lead':
      return isAuthor(actor, record) || isLead(actor, record)
    case 'decider':
    case 'other-decider':
      return isDecider(actor, record)
    case 'the-one-who-decided':
      return (
        actor.personId === record.decidedById && actor.personId !== null && !record.isWrittenSince && now < undoUntil(record.decidedAt ?? 0)
      )
    default:
      return false
  }
}

/** Actions that are a decision on somebody's result, so that "it is your own" is worth saying. */
const decisions: readonly OutcomeAction[] = ['verify', 'requestChanges', 'decline', 'confirm', 'return', 'reopen', 'amend', 'merge']

/**
 * May this be done now? null: yes. What one may not see is *not found*; what may not be done in this state has changed since it was
 * read (or was never possible); the rest is *forbidden*, with the reason where it helps. `now`: milliseconds since 1970.
 */
export function refusalOf(actor: Actor, record: OutcomeRecord, action: OutcomeAction, now: number): Refusal | null {
  if (!visibilityOf(actor, record).isVisible) return { code: 'not-found' }
  if (!transitionOf(record.state, action)) return { code: 'state-changed', params: { state: record.state } }
  if (mayTransition(actor, record, action, now)) return null
  const isManager =
    actor.personId !== null &&
    record.leadChain.some((t) => [...t.managerIds, ...(t.standIns?.map((s) => s.personId) ?? [])].includes(actor.personId ?? ''))
  const couldDecide = isManager || hasRole(actor, 'reviewer')
  if (decisions.includes(action) && couldDecide && (isAuthor(actor, record) || isContributor(actor, record))) return { code: 'own-result' }
  if (record.state === 'second-look' && actor.personId === record.firstDeciderId) return { code: 'needs-another-decider' }
  if (decisions.includes(action) && record.leadChain.some((t) => t.standIns?.some((s) => s.personId === actor.personId)))
    return { code: 'absent-took-part' }
  if (action === 'undo' && actor.personId === record.decidedById)
    return record.isWrittenSince ? { code: 'state-changed', params: { state: record.state } } : { code: 'undo-lapsed' }
  return { code: 'forbidden' }
}

/** Exactly the actions that would be accepted now. */
export function canOf(actor: Actor, record: OutcomeRecord, now: number): Can {
  const { isVisible } = visibilityOf(actor, record)
  const may = (action: OutcomeAction) => isVisible && mayTransition(actor, record, action, now)
  return {
    edit: may('edit'),
    submit: may('submit'),
    remove: may('remove'),
    withdraw: may('withdraw'),
    requestChanges: may('requestChanges'),
    decline: may('decline'),
    verify: may('verify'),
    confirm: may('confirm'),
    return: may('return'),
    reopenAsDraft: may('reopenAsDraft'),
    reopen: may('reopen'),
    undo: may('undo'),
    amend: may('amend'),
    tellStory: may('tellStory'),
    merge: may('merge'),
  }
}

/**
 * Naming people. Whoever takes part in a result may name anybody beside them; whoever does not logs for somebody, and that
 * only within reach: the lead's team of today. Being thanked (weight 0) is not taking part.
 */
export function mayLogFor(
  actor: Pick<Actor, 'kind' | 'personId' | 'reachTeamIds'>,
  contributors: readonly (ContributorInput & { readonly teamId: string | null })[],
): Refusal | null {
  if (actor.kind !== 'person' || contributors.length === 0) return null
  if (contributors.some((c) => c.personId === actor.personId && c.weight > 0)) return null
  const lead = contributors.find((c) => c.role === 'lead')
  const isReached = lead === undefined || (lead.teamId !== null && actor.reachTeamIds.includes(lead.teamId))
  return isReached ? null : { code: 'contributor-out-of-reach', field: 'contributors' }
}
