import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { Line, requiredText } from '../../text/storable.ts'

export const ownPlatformLimits = { name: 60, hosts: 10, pattern: 200, platforms: 100 } as const

/** A place that an organization added to the table: its own community, a network of its trade. */
export const OwnPlatform = z.object({
  id: z.string(),
  name: z.string(),
  /** Names without www; those below them count too. Addresses are written with the first. */
  hosts: z.array(z.string()),
  /** Path of a profile with the gap `{handle}`, for instance `/members/{handle}`; null: any address there is an account. */
  pattern: z.string().nullable(),
  isArchived: z.boolean(),
})
export type OwnPlatform = z.infer<typeof OwnPlatform>
/** What recognising needs of one. */
export type OwnRule = Pick<OwnPlatform, 'id' | 'hosts' | 'pattern'>

/** `hosts`: as typed, words between spaces, commas or lines, or whole addresses. The browser mints `id`. */
export const SaveOwnPlatform = z.object({
  id: Id,
  name: requiredText(ownPlatformLimits.name),
  hosts: requiredText(2_000),
  pattern: z.string().max(ownPlatformLimits.pattern).pipe(Line).nullish(),
})
export type SaveOwnPlatform = z.infer<typeof SaveOwnPlatform>

export const ArchiveOwnPlatform = z.object({ id: Id, isArchived: z.boolean() })
export type ArchiveOwnPlatform = z.infer<typeof ArchiveOwnPlatform>
