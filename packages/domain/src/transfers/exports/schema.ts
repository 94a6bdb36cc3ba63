import { z } from 'zod'
import { Side, ValueKind } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { addressList } from '../../text/address.ts'
import { Day } from '../../time/day.ts'

/** A slice of the ledger in the address of its export. */
export const CreditsFilter = z.object({
  from: Day.optional(),
  to: Day.optional(),
  /** The team and those below it, in the tree as of the day of each result. */
  team: Id.optional(),
  type: addressList(Id, 50).optional(),
  channel: addressList(Id, 50).optional(),
  side: addressList(Side, 4).optional(),
  valueKind: addressList(ValueKind, 3).optional(),
  /** Only within reach. */
  person: Id.optional(),
})
export type CreditsFilter = z.infer<typeof CreditsFilter>
