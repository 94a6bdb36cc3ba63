import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { PersonRef } from '../../outcomes/schema.ts'

/** Who sees what is gathered of a person, besides themself. */
export const sharedWiths = ['nobody', 'person', 'organization'] as const
export const SharedWith = z.enum(sharedWiths)
export type SharedWith = z.infer<typeof SharedWith>

/** `personId` goes with `person` alone. */
export const SharePortfolioInput = z.object({ sharedWith: SharedWith, personId: Id.nullable() })
export type SharePortfolioInput = z.infer<typeof SharePortfolioInput>

/** `with`: null for whoever is not its owner, and where it is nobody in particular. */
export const SharingOutput = z.object({ isShown: z.boolean(), sharedWith: SharedWith.nullable(), person: PersonRef.nullable() })
export type SharingOutput = z.infer<typeof SharingOutput>
