import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { requiredText, textLimits } from '../../text/storable.ts'
import { Instant } from '../../time/day.ts'
import { PersonRef } from '../schema.ts'

export const commentLimits = { page: 20, mentions: 20, audience: 200 } as const

/** People stand in it as `@{id}`: see `partsOf`. */
const CommentText = requiredText(textLimits.comment)

/** The browser mints `id`: the same comment sent twice is one. */
export const AddCommentInput = z.object({ id: Id, outcomeId: Id, text: CommentText })
export type AddCommentInput = z.infer<typeof AddCommentInput>

export const EditCommentInput = z.object({ id: Id, text: CommentText })
export type EditCommentInput = z.infer<typeof EditCommentInput>

/** The newest first asked; `cursor` is the oldest that is known. */
export const ListCommentsInput = z.object({ outcomeId: Id, cursor: Id.optional() })
export type ListCommentsInput = z.infer<typeof ListCommentsInput>

/** Words, or a person as they are called now. `null`: nobody who is known here. */
export const CommentPart = z.union([
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('person'),
    person: PersonRef.nullable(),
    /** May see the comments of this outcome today; else they will not see that they are named. */
    seesIt: z.boolean(),
  }),
])
export type CommentPart = z.infer<typeof CommentPart>

export const CommentOutput = z.object({
  id: Id,
  /** null: a former colleague whose name was erased. */
  author: PersonRef.nullable(),
  at: Instant,
  editedAt: Instant.nullable(),
  parts: z.array(CommentPart),
  /** As it was written, for whoever may change it; else null. */
  text: z.string().nullable(),
})
export type CommentOutput = z.infer<typeof CommentOutput>

/** Oldest first. */
export const CommentsOutput = z.object({ comments: z.array(CommentOutput), older: z.int().min(0) })
export type CommentsOutput = z.infer<typeof CommentsOutput>

/** Who will see a comment here. */
export const AudienceOutput = z.object({ people: z.array(PersonRef) })
