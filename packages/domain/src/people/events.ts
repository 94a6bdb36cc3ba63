import type { Day } from '../time/day.ts'

/** What happens to people and teams. Ids, codes and days only: names and addresses stand in tables that can be blanked. */
export type PeopleEvent =
  | { readonly type: 'person.added'; readonly personId: string }
  | { readonly type: 'person.changed'; readonly personId: string; readonly fields: readonly string[] }
  | { readonly type: 'person.moved'; readonly personId: string; readonly teamId: string | null; readonly from: Day | null }
  | { readonly type: 'person.left'; readonly personId: string; readonly leftOn: Day }
  | { readonly type: 'person.returned'; readonly personId: string }
  | { readonly type: 'team.added'; readonly teamId: string }
  | { readonly type: 'team.renamed'; readonly teamId: string }
  | { readonly type: 'team.placed'; readonly teamId: string; readonly parentId: string | null; readonly from: Day | null }
  | { readonly type: 'team.managers-set'; readonly teamId: string; readonly personIds: readonly string[] }
