import type { LoadedRates } from '@oeuvre/domain/rates/schema'
import { RefusedError, readFailure } from '../../../lib/refusals.ts'

/** Sends a file of rates as a form does. */
export async function sendRates({ organization, file }: { readonly organization: string; readonly file: File }): Promise<LoadedRates> {
  const body = new FormData()
  body.append('file', file)
  const address = `/api/o/${encodeURIComponent(organization)}/rates`
  const response = await fetch(address, { method: 'POST', body }).catch(() => null)
  const answer: unknown = await response?.json().catch(() => undefined)
  if (!response?.ok) throw new RefusedError(readFailure(answer, response?.status))
  return answer as LoadedRates
}
