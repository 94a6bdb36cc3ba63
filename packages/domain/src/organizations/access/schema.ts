import { z } from 'zod'
import { refuse } from '../../errors/refusals.ts'
import { Id } from '../../ids/ids.ts'
import { readAddress, writeAddress } from '../../text/address.ts'
import { storableText } from '../../text/storable.ts'
import { GrantableRole } from '../schema.ts'

/** What a mail server would accept, in lower case; the text as typed is not kept, since an address is compared, not read. */
export const EmailAddress = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .superRefine((text, ctx) => {
    if (!isEmail(text)) refuse(ctx, 'email-invalid')
  })

/** As lenient as mail servers are, but with a dot in the domain: what is refused here is a slip, not a rarity. */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    text.isWellFormed() &&
    !text.includes('\u0000') &&
    /^[^\s@,;<>()"]+@[^\s@.,;<>()"]+(\.[^\s@.,;<>()"]+)+$/.test(text)
  )
}

export const RoleChange = z.object({ personId: Id, role: GrantableRole })
export type RoleChange = z.infer<typeof RoleChange>
export const InviteInput = z.object({ personId: Id, email: EmailAddress, roles: z.array(GrantableRole).max(3).default([]) })
export type InviteInput = z.infer<typeof InviteInput>
export const LinkId = z.object({ id: Id })
export const MemberId = z.object({ personId: Id })

/** Whether somebody can sign in here: never asked, asked, yes, no longer. */
export const accessStates = ['none', 'invited', 'active', 'ended'] as const
export const AccessState = z.enum(accessStates)
export type AccessState = z.infer<typeof AccessState>

/** `some`: everybody but those who were never asked. */
export const AccessFilter = z.object({
  q: storableText(200).optional(),
  access: z.enum([...accessStates, 'some']).optional(),
  role: GrantableRole.optional(),
})
export type AccessFilter = z.infer<typeof AccessFilter>

/** The administrator's page: which list, and whose panel is open. `new`: an invitation being written. */
export const AccessAdministration = AccessFilter.extend({ person: z.union([Id, z.literal('new')]).optional() })
export type AccessAdministration = z.infer<typeof AccessAdministration>

export function parseAccessAdministration(search: Readonly<Record<string, unknown>>): AccessAdministration {
  return readAddress(AccessAdministration, search)
}
export function formatAccessAdministration(state: AccessAdministration): Record<string, string> {
  return writeAddress(AccessAdministration, state)
}

/** `personId`: that one alone. */
export const ListAccessInput = AccessFilter.extend({
  personId: Id.optional(),
  cursor: z.string().max(2000).optional(),
  limit: z.int().min(1).max(100).default(50),
})
export type ListAccessInput = z.infer<typeof ListAccessInput>

/** A one-use link, said once: afterwards only its hash is known. */
export type NewLink = { readonly id: string; readonly link: string; readonly expiresAt: string }

export type OpenInvitation = {
  readonly id: string
  readonly email: string
  readonly roles: readonly GrantableRole[]
  readonly createdAt: string
  readonly expiresAt: string
  readonly isExpired: boolean
}
export type AccessCan = {
  readonly invite: boolean
  readonly resetPassword: boolean
  readonly endAccess: boolean
  readonly restoreAccess: boolean
  readonly changeRoles: boolean
}
export type AccessRow = {
  readonly personId: string
  readonly name: string
  readonly title: string | null
  /** Where they sign in, or would be invited. */
  readonly email: string | null
  readonly access: AccessState
  readonly roles: readonly GrantableRole[]
  readonly isManager: boolean
  readonly isSelf: boolean
  readonly invitation: OpenInvitation | null
  readonly can: AccessCan
}
export type AccessPage = { readonly items: readonly AccessRow[]; readonly nextCursor: string | null }
