import { kudosLimits } from '@oeuvre/domain/recognition/kudos/schema'
import { trpc } from '../../../lib/api.ts'

/** The newest thanks that somebody received, as home shows them. */
export function receivedQuery(personId: string) {
  return trpc.kudos.ofPerson.queryOptions({ personId, limit: kudosLimits.home })
}
