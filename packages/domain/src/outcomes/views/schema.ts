import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { RequiredLine } from '../../text/storable.ts'
import { ListFilter } from '../filter/schema.ts'
import { PersonRef } from '../schema.ts'

/** Which list it is a selection of. */
export const ViewScreen = z.enum(['outcomes'])
export const sharedWith = ['me', 'team', 'everyone'] as const
/** `team`: those of one's own team, and of the teams that one manages. */
export const SharedWith = z.enum(sharedWith)
export type SharedWith = z.infer<typeof SharedWith>

export const viewLimits = { own: 50 } as const

/** Without a place in the list: that is of one reading. */
export const ViewFilter = ListFilter.omit({ cursor: true })
export type ViewFilter = z.infer<typeof ViewFilter>

/** Minted by the browser: saved again under its id it is changed. */
export const SaveViewInput = z.object({ id: Id, screen: ViewScreen, name: RequiredLine, filter: ViewFilter, sharedWith: SharedWith })
export type SaveViewInput = z.infer<typeof SaveViewInput>
export const OrderViewsInput = z.object({ ids: z.array(Id).max(viewLimits.own) })

export const ViewOutput = z.object({
  id: Id,
  name: z.string(),
  filter: ViewFilter,
  sharedWith: SharedWith,
  /** null: one's own, or of somebody who is gone. */
  owner: PersonRef.nullable(),
  isOwn: z.boolean(),
  /** A team, type or channel that it names was archived or is gone. */
  isOutdated: z.boolean(),
})
export type ViewOutput = z.infer<typeof ViewOutput>
/** One's own first, in their order; then those of others, by name. */
export const ViewsOutput = z.object({ views: z.array(ViewOutput) })
