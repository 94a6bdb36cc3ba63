import { z } from 'zod'
import { refuse } from '../errors/refusals.ts'

/**
 * Longest storable text per kind of field, in Unicode code points. Everything is stored as typed: no trimming, no
 * normalisation. Kinds rather than fields, so that the same thing has the same limit on every screen and in every import.
 */
export const textLimits = {
  /** Names of people, teams, types, channels; titles; clients; captions. */
  line: 300,
  /** Identifiers of other systems. */
  key: 300,
  /** Addresses of evidence. */
  address: 2_000,
  /** Words that go with a decision. */
  words: 4_000,
  comment: 5_000,
  /** A sentence or two to the people of a story. */
  thanks: 600,
  /** Each of the three parts of a story. */
  story: 20_000,
} as const

export type TextKind = keyof typeof textLimits

/** Length in code points, which is what a reader would count and what PostgreSQL's char_length counts. */
export function textLength(text: string): number {
  let surrogatePairs = 0
  for (let i = 0; i < text.length - 1; i++) {
    const isHigh = (text.charCodeAt(i) & 0xfc00) === 0xd800
    if (isHigh && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) surrogatePairs++
  }
  return text.length - surrogatePairs
}

/** PostgreSQL refuses U+0000; a lone surrogate has no UTF-8 form and would come back as something else. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

export function isTooLong(text: string, max: number): boolean {
  return text.length > max * 2 || (text.length > max && textLength(text) > max)
}

/** Nothing a reader could see. Used only to ask whether a required answer was given; the text itself stays as typed. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(text)
}

/** Text of at most `max` code points that can be stored and given back exactly. */
export function storableText(max: number) {
  return z.string().superRefine((text, ctx) => {
    // Length first: an answer that is a megabyte too long should not be scanned for anything else.
    if (isTooLong(text, max)) refuse(ctx, 'text-too-long', { max })
    else if (!isStorable(text)) refuse(ctx, 'text-unstorable')
  })
}

export function requiredText(max: number) {
  return storableText(max).superRefine((text, ctx) => {
    if (isBlank(text)) refuse(ctx, 'required')
  })
}

export const Line = storableText(textLimits.line)
export const RequiredLine = requiredText(textLimits.line)
export const Words = storableText(textLimits.words)
export const StoryPart = storableText(textLimits.story)
export const ExternalKey = storableText(textLimits.key)
