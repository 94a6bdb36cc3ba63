import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { PersonRef } from '../../outcomes/schema.ts'
import { Day } from '../../time/day.ts'

const Named = z.object({ id: Id, title: z.string() })

/** Something to ask about before an award is given. Never a verdict, never stored, shown to whoever gives it alone. */
export const Question = z.discriminatedUnion('kind', [
  /** Results for one client within days of one another: perhaps one that was told in parts. */
  z.object({ kind: z.literal('same-client'), client: z.string(), results: z.array(Named), days: z.int() }),
  z.object({ kind: z.literal('old'), result: Named, on: Day }),
  z.object({ kind: z.literal('awarded'), result: Named }),
  /** These two thanked each other so often within the window. */
  z.object({ kind: z.literal('mutual'), people: z.array(PersonRef), times: z.int() }),
  /** In order: each thanked the next, the last the first. */
  z.object({ kind: z.literal('circle'), people: z.array(PersonRef) }),
  z.object({ kind: z.literal('burst'), writer: PersonRef, to: PersonRef, times: z.int() }),
])
export type Question = z.infer<typeof Question>
