import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { RequiredLine, storableText } from '../../text/storable.ts'
import { ListFilter } from '../filter/schema.ts'
import { PersonRef } from '../schema.ts'

/** Which screen it is a selection of. */
export const ViewScreen = z.enum(['outcomes', 'impact'])
export type ViewScreen = z.infer<typeof ViewScreen>
export const sharedWith = ['me', 'team', 'everyone'] as const
/** `team`: those of one's own team, and of the teams that one manages. */
export const SharedWith = z.enum(sharedWith)
export type SharedWith = z.infer<typeof SharedWith>

export const viewLimits = { own: 50 } as const

/** Without a place in the list: that is of one reading. */
export const ViewFilter = ListFilter.omit({ cursor: true })
export type ViewFilter = z.infer<typeof ViewFilter>

/** Parameters as they stand in the address of a screen: what they mean is that screen's to say. */
export const ViewAddress = z
  .record(z.string().regex(/^[a-zA-Z]{1,40}$/), storableText(2_000))
  .refine((address) => Object.keys(address).length <= 40)
export type ViewAddress = z.infer<typeof ViewAddress>

/** Minted by the browser: saved again under its id it is changed. */
const named = { id: Id, name: RequiredLine, sharedWith: SharedWith }
export const SaveViewInput = z.discriminatedUnion('screen', [
  z.object({ ...named, screen: z.literal('outcomes'), filter: ViewFilter }),
  z.object({ ...named, screen: z.literal('impact'), filter: ViewAddress }),
])
export type SaveViewInput = z.infer<typeof SaveViewInput>
export const OrderViewsInput = z.object({ ids: z.array(Id).max(viewLimits.own) })

export const ViewOutput = z.object({
  id: Id,
  name: z.string(),
  /** What its link says. */
  address: ViewAddress,
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
