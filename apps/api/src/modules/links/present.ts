import { mayLeadTo } from '@oeuvre/domain/links/destinations/rules'
import { linkState } from '@oeuvre/domain/links/rules'
import type { LinkItem } from '@oeuvre/domain/links/schema'
import { withUtm } from '@oeuvre/domain/links/utm/rules'
import { localDay } from '@oeuvre/domain/time/calendar'
import type { LinkRow } from './repo.ts'

type House = { readonly baseUrl: string; readonly domains: readonly string[]; readonly timeZone: string; readonly now: Date }

export function leadsTo({
  destination,
  source,
  medium,
  campaign,
  code,
}: Pick<LinkRow, 'destination' | 'source' | 'medium' | 'campaign' | 'code'>): string {
  return withUtm(destination, { source, medium, campaign, content: code })
}

/** A link as its owner sees it. */
export function presentLink(row: LinkRow, { baseUrl, domains, timeZone, now }: House): LinkItem {
  const { id, code, destination, place, accountId, programId, programTitle, note, lastDay, createdAt, checkedAt } = row
  return {
    ...{ id, code, destination, place, accountId, note, lastDay, createdAt: createdAt.toISOString() },
    address: `${new URL(baseUrl).origin}/l/${code}`,
    program: programId === null ? null : { id: programId, title: programTitle ?? '' },
    state: linkState({ ...row, mayLead: mayLeadTo(leadsTo(row), domains) }, now),
    checked: checkedAt && { at: checkedAt.toISOString(), failure: row.failure, status: row.failureStatus },
    visits: row.visits,
    visitedOn: row.latestAt && localDay(row.latestAt.getTime(), timeZone),
  }
}
