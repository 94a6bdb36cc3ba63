import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { requiredText, textLimits } from '../../text/storable.ts'
import { Instant } from '../../time/day.ts'

const Ref = z.object({ id: Id, name: z.string() })

/** `id`: the program; `noteId`: minted by the client; `withId`: a coach, or somebody who takes part. */
export const WriteNoteInput = z.object({ id: Id, noteId: Id, withId: Id, words: requiredText(textLimits.words) })
export type WriteNoteInput = z.infer<typeof WriteNoteInput>

/** One's own, taken back or put back: for a day, then it is erased. */
export const RemoveNoteInput = z.object({ id: Id, noteId: Id, isRemoved: z.boolean() })
export type RemoveNoteInput = z.infer<typeof RemoveNoteInput>

export const CoachingNote = z.object({ id: Id, isOwn: z.boolean(), words: z.string(), at: Instant })
export type CoachingNote = z.infer<typeof CoachingNote>
/** Between the reader and one other person, the oldest first. */
export const CoachingThread = z.object({ with: Ref, mayWrite: z.boolean(), notes: z.array(CoachingNote) })
export type CoachingThread = z.infer<typeof CoachingThread>

/** Threads with notes first, the newest before the others. null: the reader neither takes part nor coaches. */
export const CoachingOutput = z.object({ threads: z.array(CoachingThread).nullable() })
export type CoachingOutput = z.infer<typeof CoachingOutput>
