import type { Refusal } from '../errors/domain-error.ts'
import type { Actor } from '../organizations/schema.ts'
import { restoreWithin } from './rules.ts'
import { type AccountAction, type AccountCan, type AccountVisibility, accountActions } from './schema.ts'

/** What a policy has to know of an account. */
export type AccountRecord = {
  readonly personId: string
  /** The owner's team of today. */
  readonly ownerTeamId: string | null
  /** False once the owner left or was erased: nobody is left who could withdraw it, so nobody sees it. */
  readonly isOwnerActive: boolean
  readonly visibility: AccountVisibility
  readonly withdrawnAt: Date | null
  readonly erasedAt: Date | null
}

type Reader = Pick<Actor, 'kind' | 'personId' | 'reachTeamIds'>

function isOwner(actor: Reader, account: Pick<AccountRecord, 'personId'>): boolean {
  return actor.kind === 'person' && actor.personId !== null && actor.personId === account.personId
}

/**
 * The owner always; others as the owner allows and only until it is withdrawn. No role opens it: executives and administrators have
 * counts, unless they are colleagues or managers whom the owner included.
 */
export function canSeeAccount(actor: Reader, account: AccountRecord): boolean {
  if (isOwner(actor, account)) return true
  if (actor.kind !== 'person' || actor.personId === null) return false
  if (account.withdrawnAt !== null || !account.isOwnerActive) return false
  if (account.visibility === 'organization') return true
  const isReached = account.ownerTeamId !== null && actor.reachTeamIds.includes(account.ownerTeamId)
  return account.visibility === 'managers' && isReached
}

/** Nobody acts on somebody else's account, whatever their role. `now`: milliseconds since 1970. */
function mayAct(actor: Reader, account: AccountRecord, action: AccountAction, now: number): boolean {
  if (!isOwner(actor, account)) return false
  switch (action) {
    case 'change':
    case 'withdraw':
      return account.withdrawnAt === null
    case 'restore':
      return account.withdrawnAt !== null && account.erasedAt === null && now < account.withdrawnAt.getTime() + restoreWithin
    case 'erase':
      return account.erasedAt === null
  }
}

export function accountCan(actor: Reader, account: AccountRecord, now: number): AccountCan {
  return Object.fromEntries(accountActions.map((action) => [action, mayAct(actor, account, action, now)])) as AccountCan
}

/** null: it may be done. What one may not see is *not found*; the owner learns that its state is another, or that undo has lapsed. */
export function refuseAccountAction(actor: Reader, account: AccountRecord, action: AccountAction, now: number): Refusal | null {
  if (!canSeeAccount(actor, account)) return { code: 'not-found' }
  if (mayAct(actor, account, action, now)) return null
  if (!isOwner(actor, account)) return { code: 'forbidden' }
  return { code: action === 'restore' && account.withdrawnAt !== null ? 'withdrawal-final' : 'conflict' }
}
