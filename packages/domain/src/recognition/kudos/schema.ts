import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { PersonRef } from '../../outcomes/schema.ts'
import { requiredText, textLimits } from '../../text/storable.ts'
import { Instant } from '../../time/day.ts'

/** `earlier`: how many of a writer's own thanks a new one is compared with. */
export const kudosLimits = { people: 50, page: 20, home: 3, earlier: 100 } as const

const ThanksText = requiredText(textLimits.thanks)

/** The browser mints `id`: the same thanks sent twice are one. A private one goes to one person. */
export const GiveKudosInput = z.object({
  id: Id,
  outcomeId: Id,
  personIds: z.array(Id).min(1).max(kudosLimits.people),
  isPrivate: z.boolean(),
  text: ThanksText,
})
export type GiveKudosInput = z.infer<typeof GiveKudosInput>
/** To whom, and how open, stays: what was said to one person is not opened by a change of words. */
export const EditKudosInput = z.object({ id: Id, text: ThanksText })
export type EditKudosInput = z.infer<typeof EditKudosInput>
export const HideKudosInput = z.object({ id: Id, isHidden: z.boolean() })
export type HideKudosInput = z.infer<typeof HideKudosInput>

export const KudosItem = z.object({
  id: Id,
  outcome: z.object({ id: Id, title: z.string() }),
  /** null: a former colleague whose name was erased. */
  writer: PersonRef.nullable(),
  people: z.array(PersonRef),
  text: z.string(),
  at: Instant,
  isEdited: z.boolean(),
  isPrivate: z.boolean(),
  /** Only whom it concerns is told: `own` was written by the reader, `hidden` by the reader from the others. */
  isOwn: z.boolean(),
  isHidden: z.boolean(),
  can: z.object({ hide: z.boolean() }),
})
export type KudosItem = z.infer<typeof KudosItem>

/** The oldest first; `cursor` is the oldest that is known. Without any number: thanks are read, not counted. */
export const KudosOfOutcomeInput = z.object({ outcomeId: Id, cursor: Id.optional() })
export type KudosOfOutcomeInput = z.infer<typeof KudosOfOutcomeInput>
export const KudosOfOutcomeOutput = z.object({
  kudos: z.array(KudosItem),
  hasOlder: z.boolean(),
  /** Whom this reader may thank for it; empty: nobody. */
  mayThank: z.array(PersonRef),
})
export type KudosOfOutcomeOutput = z.infer<typeof KudosOfOutcomeOutput>

/** Thanks that somebody received, the newest first. */
export const KudosOfPersonInput = z.object({
  personId: Id,
  cursor: Id.optional(),
  limit: z.int().min(1).max(kudosLimits.page).default(kudosLimits.page),
})
export type KudosOfPersonInput = z.infer<typeof KudosOfPersonInput>
export const KudosOfPersonOutput = z.object({ kudos: z.array(KudosItem), nextCursor: Id.nullable() })
export type KudosOfPersonOutput = z.infer<typeof KudosOfPersonOutput>
