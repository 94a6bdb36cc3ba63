import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { Line } from '../../text/storable.ts'
import { Day } from '../../time/day.ts'

/** Somebody manages in the place of an absent manager, both days included. The id is minted by the client. */
export const DelegateInput = z.object({ id: Id, personId: Id, delegateId: Id, fromDay: Day, toDay: Day, reason: Line.default('') })
export type DelegateInput = z.infer<typeof DelegateInput>
export const DelegationId = z.object({ id: Id })

const Person = z.object({ id: Id, name: z.string() })
export const Delegation = z.object({
  id: Id,
  person: Person,
  delegate: Person,
  fromDay: Day,
  toDay: Day,
  reason: z.string(),
  /** Holds today. */
  isRunning: z.boolean(),
  canEnd: z.boolean(),
})
export type Delegation = z.infer<typeof Delegation>

/** Those that run or are to come: one's own, those for whom one stands in; an administrator's list has all. */
export const DelegationsOutput = z.object({
  delegations: z.array(Delegation),
  /** Managers who may be stood in for by this reader's word: oneself, or for an administrator anybody. */
  absentees: z.array(Person),
})
export type DelegationsOutput = z.infer<typeof DelegationsOutput>
