import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { Words } from '../../text/storable.ts'
import { Day } from '../../time/day.ts'

/** Days after joining on which two questions are asked. */
export const checkInDays = [30, 90, 180] as const
export const CheckInDays = z.union([z.literal(30), z.literal(90), z.literal(180)])
export type CheckInDays = z.infer<typeof CheckInDays>

/** Does it help in your work? */
export const checkInUses = ['yes', 'some', 'not-yet'] as const
/** What would help? */
export const checkInWishes = ['nothing', 'coach', 'example'] as const
export const CheckInUse = z.enum(checkInUses)
export const CheckInWish = z.enum(checkInWishes)

/** Asked of whoever takes part; the answer is theirs and the coaches'. Answered again, it is another answer. */
export const AnswerCheckInInput = z.object({ id: Id, days: CheckInDays, use: CheckInUse, wish: CheckInWish, words: Words })
export type AnswerCheckInInput = z.infer<typeof AnswerCheckInInput>

const Answer = z.object({ days: CheckInDays, use: CheckInUse, wish: CheckInWish, words: z.string(), answeredOn: Day })
/** To whoever takes part: the newest that was asked, and what they said. */
export const OwnCheckIn = z.object({ days: CheckInDays, answer: Answer.nullable() })
export type OwnCheckIn = z.infer<typeof OwnCheckIn>
/** To coaches: what was said, never who was silent. */
export const CheckInAnswer = Answer.extend({ person: z.object({ id: Id, name: z.string() }) })
export type CheckInAnswer = z.infer<typeof CheckInAnswer>
/** `answers`: null for whoever does not coach. */
export const CheckInsOutput = z.object({ own: OwnCheckIn.nullable(), answers: z.array(CheckInAnswer).nullable() })
export type CheckInsOutput = z.infer<typeof CheckInsOutput>
