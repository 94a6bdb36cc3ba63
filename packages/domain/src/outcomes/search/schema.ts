import { z } from 'zod'
import { Id } from '../../ids/ids.ts'

/** What on a page of results answers to the words that were asked. Plain text: whoever shows it marks it (`markWords`). */
export const Found = z.object({
  /** In lower case, as they stand in titles, clients, names and excerpts. */
  words: z.array(z.string()),
  /** Of those whose story or comments have one of the words. */
  excerpts: z.array(z.object({ id: Id, from: z.enum(['story', 'comment']), text: z.string() })),
})
export type Found = z.infer<typeof Found>
