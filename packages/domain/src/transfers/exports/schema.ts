import { z } from 'zod'
import { Side, ValueKind } from '../../credits/schema.ts'
import { Id } from '../../ids/ids.ts'
import { ListTeamsInput, PeopleFilter } from '../../people/schema.ts'
import { AddressFlag, addressList } from '../../text/address.ts'
import { Day } from '../../time/day.ts'

const LedgerRung = z.coerce.number().pipe(z.union([z.literal(4), z.literal(5)]))

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
  skill: addressList(Id, 50).optional(),
  program: addressList(Id, 50).optional(),
  objective: addressList(Id, 50).optional(),
  /** 4 verified by people alone, 5 matched to a record of the CRM. */
  rung: addressList(LedgerRung, 2).optional(),
  /** Only within reach. */
  person: Id.optional(),
})
export type CreditsFilter = z.infer<typeof CreditsFilter>

/** The directory as its list is filtered; flags are written `1`. */
export const PeopleExport = PeopleFilter.extend({ alone: AddressFlag.optional() })
export const TeamsExport = ListTeamsInput.extend({ withArchived: AddressFlag.default(false) })
