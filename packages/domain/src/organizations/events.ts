import type { GrantableRole } from './schema.ts'

/** Payloads hold ids and codes only. */
type On<T extends string, K extends string, P = Record<never, never>> = {
  readonly type: T
  readonly subject: { readonly kind: K; readonly id: string }
  readonly payload: P
}

export type OrganizationEvent =
  | On<'organization.settings-changed', 'organization', { readonly fields: readonly string[] }>
  /** `isOwn`: somebody gave it to themself; told to all administrators. */
  | On<'role.granted', 'person', { readonly role: GrantableRole; readonly isOwn: boolean }>
  | On<'jobs.run-again', 'organization', { readonly count: number }>
  | On<'role.revoked', 'person', { readonly role: GrantableRole; readonly isOwn: boolean }>
  | On<'invitation.created', 'person', { readonly linkId: string; readonly roles: readonly GrantableRole[] }>
  | On<'invitation.revoked', 'person', { readonly linkId: string }>
  | On<'password-reset.created', 'person', { readonly linkId: string }>
  | On<'access.ended', 'person'>
  | On<'access.restored', 'person'>
