import { type Actor, hasRole, type Role } from './schema.ts'

/**
 * The one table of permissions. A procedure declares one of these; the gate refuses (`forbidden`) an actor who holds none of
 * the roles in its row. What depends on the record (author, reach, state …) is asked of the slice's own `policy.ts` afterwards.
 */
export const permissions = {
  // organizations
  'organization.read': ['employee'],
  'organization.administer': ['administrator'],
  'access.administer': ['administrator'],
  // people
  'people.read': ['employee'],
  'people.administer': ['administrator'],
  // accounts
  'account.readOwn': ['employee'],
  'account.register': ['employee'],
  'account.read': ['employee'],
  'account.count': ['executive', 'administrator'],
  'account.administer': ['administrator'],
  // rates
  'rate.administer': ['administrator'],
  'rate.readMissing': ['executive', 'administrator'],
  // outcomes
  'outcome.read': ['employee'],
  'outcome.log': ['employee'],
  'outcome.edit': ['employee'],
  'outcome.comment': ['employee'],
  'outcome.review': ['manager', 'reviewer'],
  'outcome.administerTypes': ['administrator'],
  // objectives
  'objective.read': ['employee'],
  'objective.edit': ['manager', 'executive', 'administrator'],
  // programs
  'program.read': ['employee'],
  'program.join': ['employee'],
  'program.edit': ['manager', 'executive', 'administrator'],
  // links
  'link.share': ['employee'],
  'link.administer': ['administrator'],
  // recognition
  'kudos.read': ['employee'],
  'kudos.give': ['employee'],
  'award.read': ['employee'],
  'award.give': ['manager'],
  'portfolio.read': ['employee'],
  'portfolio.share': ['employee'],
  'recognition.administer': ['administrator'],
  // stage
  'stage.read': ['employee'],
  'stage.choose': ['manager', 'executive'],
  // equity
  'equity.read': ['manager', 'executive'],
  // impact
  'impact.read': ['manager', 'executive'],
  'impact.close': ['executive'],
  // notifications
  'notification.read': ['employee'],
  'job.administer': ['administrator'],
  // transfers
  'import.run': ['administrator'],
  'export.read': ['employee'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export function isPermitted(actor: Pick<Actor, 'roles'>, permission: Permission): boolean {
  return permissions[permission].some((role: Role) => hasRole(actor, role))
}
