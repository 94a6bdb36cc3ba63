import type { AccessRow } from '@oeuvre/domain/organizations/access/schema'
import type { GrantableRole } from '@oeuvre/domain/organizations/schema'

/** The only refusal of ending an access that stands is that nobody else could administer. */
export function isOnlyAdministrator({ access, can, roles }: Pick<AccessRow, 'access' | 'can' | 'roles'>): boolean {
  return access === 'active' && !can.endAccess && roles.includes('administrator')
}

/** The roles as they will be once the change under way has gone through. */
export function rolesAsShown(
  roles: readonly GrantableRole[],
  going: { readonly role: GrantableRole; readonly isGiven: boolean } | null,
): readonly GrantableRole[] {
  if (!going) return roles
  const others = roles.filter((role) => role !== going.role)
  return going.isGiven ? [...others, going.role] : others
}

/** Which sentence says how somebody's access stands. */
export function sayingOf({ access, invitation }: Pick<AccessRow, 'access' | 'invitation'>) {
  if (access !== 'invited') return access
  return invitation?.isExpired ? 'invitedExpired' : 'invited'
}
