import { isPermitted, type Permission, permissions } from '@oeuvre/domain/organizations/policy'
import type { Actor, OrganizationSettings, Role } from '@oeuvre/domain/organizations/schema'

export type Shell = {
  readonly settings: OrganizationSettings
  readonly person: { readonly id: string; readonly name: string }
  readonly roles: readonly Role[]
  readonly today: string
  /** The permissions of the table, so that the client shows what will work. */
  readonly can: Readonly<Record<Permission, boolean>>
}

export function getShell(ctx: { actor: Actor & { personId: string }; personName: string }): Shell {
  const { actor } = ctx
  const names = Object.keys(permissions) as Permission[]
  return {
    settings: actor.settings,
    person: { id: actor.personId, name: ctx.personName },
    roles: actor.roles,
    today: actor.today,
    can: Object.fromEntries(names.map((p) => [p, isPermitted(actor, p)])) as Record<Permission, boolean>,
  }
}
