import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { Instant } from '../../time/day.ts'

/** Work in the background that came to nothing after all its tries. */
export const FailedJob = z.object({
  id: Id,
  queue: z.string(),
  /** A code, never words: of the refusal, the protocol or the driver. */
  reason: z.string(),
  tries: z.int(),
  askedAt: Instant,
  failedAt: Instant,
})
export type FailedJob = z.infer<typeof FailedJob>

export const jobLimits = { shown: 100 } as const
/** `isMore`: there are others than these. */
export const FailedJobsOutput = z.object({ jobs: z.array(FailedJob), isMore: z.boolean() })
export type FailedJobsOutput = z.infer<typeof FailedJobsOutput>

/** Left out: all of them. */
export const RunAgainInput = z.object({ ids: z.array(Id).min(1).max(jobLimits.shown).optional() })
export type RunAgainInput = z.infer<typeof RunAgainInput>
export const RunAgainOutput = z.object({ count: z.int() })
