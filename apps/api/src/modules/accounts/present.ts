import { activityOf, type Signs } from '@oeuvre/domain/accounts/activity/rules'
import { feedPlaceOf } from '@oeuvre/domain/accounts/feed-places/rules'
import { accountCan } from '@oeuvre/domain/accounts/policy'
import { erasedAfter, stateOf } from '@oeuvre/domain/accounts/rules'
import type { AccountView } from '@oeuvre/domain/accounts/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { localDay } from '@oeuvre/domain/time/calendar'
import { type AccountRow, recordOf } from './repo.ts'

/** A row that this reader may see, as they may see it. */
export function presentAccount(row: AccountRow, actor: Actor, now: Date): AccountView {
  const isOwn = row.person_id === actor.personId
  const state = stateOf({ withdrawnAt: row.withdrawn_at, erasedAt: row.erased_at })
  return {
    id: row.id,
    platform: row.platform,
    platformName: row.platform_name,
    label: row.handle,
    address: row.address,
    owner: { id: row.person_id, name: row.person_name },
    isOwn,
    purpose: row.purpose,
    visibility: isOwn ? row.visibility : null,
    consentedAt: row.consented_at.toISOString(),
    consentTextVersion: row.consent_text,
    isProven: row.proven_at !== null,
    provenBy: isOwn ? row.proven_by : null,
    activity: isOwn && state === 'registered' ? activityOf(signsOf(row, actor), localDay(now.getTime(), actor.settings.timeZone)) : null,
    feed: isOwn && row.address !== null && state === 'registered' ? feedOf(row, row.address) : null,
    state,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    erasesAt: state === 'withdrawn' && row.withdrawn_at ? new Date(row.withdrawn_at.getTime() + erasedAfter).toISOString() : null,
    lastResultOn: isOwn ? row.last_result_on : null,
    version: row.version,
    can: accountCan(actor, recordOf(row), now.getTime()),
  }
}

/** Days in the organization's zone. */
export function signsOf(row: AccountRow, { settings }: Pick<Actor, 'settings'>): Signs {
  const dayOf = (at: Date) => localDay(at.getTime(), settings.timeZone)
  return {
    registeredOn: dayOf(row.created_at),
    closedOn: row.closed_on,
    usedOn: row.used_on,
    resultOn: row.last_result_on,
    visitedOn: row.visited_on,
    postedOn: row.posted_at && dayOf(row.posted_at),
  }
}

function feedOf(row: AccountRow, address: string): AccountView['feed'] {
  if (!feedPlaceOf(row.platform, address)) return null
  return {
    isAllowed: row.allowed_at !== null,
    isPaused: row.paused_at !== null,
    readAt: row.read_at?.toISOString() ?? null,
    failure: row.failure,
  }
}
