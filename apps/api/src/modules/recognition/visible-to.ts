import { type Sql, sql } from '@oeuvre/db/sql'
import type { Actor } from '@oeuvre/domain/organizations/schema'

/** `maySeeKudos` of the policy as a predicate over `kudos k` of a story that this reader sees; a test holds both against each other. */
export function kudosVisibleTo({ kind, personId }: Pick<Actor, 'kind' | 'personId'>): Sql {
  const person = kind === 'person' ? personId : null
  return sql`k.removed_at IS NULL AND (k.writer_id = ${person}::uuid
    OR EXISTS (SELECT FROM kudos_person x WHERE x.organization_id = k.organization_id AND x.kudos_id = k.id AND x.person_id = ${person}::uuid)
    OR ${kudosOpen})`
}

/** Shown to whoever sees the story: said in the open, and hidden by nobody whom it thanks. */
export const kudosOpen: Sql = sql`(NOT k.is_private AND NOT EXISTS (SELECT FROM kudos_person x
  WHERE x.organization_id = k.organization_id AND x.kudos_id = k.id AND x.hidden_at IS NOT NULL))`
