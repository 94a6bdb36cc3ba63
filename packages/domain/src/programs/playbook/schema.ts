import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { storableText } from '../../text/storable.ts'
import { Instant } from '../../time/day.ts'

/** What helps to begin: each a page in Markdown. */
export const playbookPages = ['first-steps', 'examples', 'do-and-dont', 'disclosure'] as const
export const PlaybookPage = z.enum(playbookPages)
export type PlaybookPage = z.infer<typeof PlaybookPage>
/** In UTF-16 units. */
export const longestPage = 20_000

/** `version`: the one that was read; 0: there was none. Empty words put the page away. */
export const SavePageInput = z.object({ id: Id, page: PlaybookPage, version: z.int().min(0), words: storableText(longestPage) })
export type SavePageInput = z.infer<typeof SavePageInput>

const By = z.object({ id: Id, name: z.string() }).nullable()
export const PageVersion = z.object({ page: PlaybookPage, version: z.int(), words: z.string(), at: Instant, by: By })
export type PageVersion = z.infer<typeof PageVersion>
/** As they stand, in their order; `can`: who sets the program, and its coaches. */
export const PlaybookOutput = z.object({ pages: z.array(PageVersion), can: z.object({ edit: z.boolean() }) })
export type PlaybookOutput = z.infer<typeof PlaybookOutput>
export const PageVersionsInput = z.object({ id: Id, page: PlaybookPage })
export type PageVersionsInput = z.infer<typeof PageVersionsInput>
/** The newest first. */
export const PageVersionsOutput = z.object({ versions: z.array(PageVersion) })
export type PageVersionsOutput = z.infer<typeof PageVersionsOutput>
