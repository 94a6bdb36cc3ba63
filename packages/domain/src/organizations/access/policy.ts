import type { AccessCan, AccessState } from './schema.ts'

/** What an administrator may do about somebody's access, as it stands. `isLastAdministrator`: nobody else could administer. */
export function accessCanOf(member: {
  readonly access: AccessState
  readonly isHere: boolean
  readonly isLastAdministrator: boolean
}): AccessCan {
  const { access, isHere, isLastAdministrator } = member
  return {
    invite: isHere && access !== 'active',
    resetPassword: isHere && access === 'active',
    endAccess: access === 'active' && !isLastAdministrator,
    restoreAccess: isHere && access === 'ended',
    changeRoles: isHere && access === 'active',
  }
}
