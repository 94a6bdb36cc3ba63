import type { PersonRecord } from '@oeuvre/domain/people/policy'
import type { PersonBrief } from '@oeuvre/domain/people/schema'
import type { BriefRow, PersonRow } from './repo.ts'

export function presentBrief(r: BriefRow): PersonBrief {
  return {
    id: r.id,
    name: r.name,
    title: r.title,
    status: r.status,
    team: r.team_id && r.team_name !== null ? { id: r.team_id, name: r.team_name } : null,
  }
}

/** What a policy asks; where nothing depends on team or login they may be left out. */
export function recordOf(p: Pick<PersonRow, 'id' | 'status'>, over: { teamId?: string | null; hasLogin?: boolean } = {}): PersonRecord {
  return { id: p.id, status: p.status, teamId: over.teamId ?? null, hasLogin: over.hasLogin ?? false }
}
