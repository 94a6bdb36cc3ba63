import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import type { LoadedRates } from '@oeuvre/domain/rates/schema'
import type { Someone } from './factories.ts'
import { type Api, testBaseUrl } from './harness.ts'

/** Sends a file of rates as the form does. */
export async function loadRates(
  api: Api,
  who: Someone,
  content: Uint8Array | string,
  name = 'eurofxref-hist.csv',
): Promise<LoadedRates & { readonly status: number; readonly refusals: Refusal[] }> {
  const form = new FormData()
  form.append('file', new Blob([typeof content === 'string' ? content : Uint8Array.from(content)]), name)
  const response = await fetch(`${api.url}/api/o/${who.slug}/rates`, {
    method: 'POST',
    headers: { cookie: who.cookie, origin: testBaseUrl },
    body: form,
  })
  return { status: response.status, refusals: [], ...((await response.json()) as LoadedRates) }
}

/** Asks until nothing that could be converted is left to be. */
export async function allConverted(administrator: Someone): Promise<void> {
  for (;;) {
    const { converting } = await administrator.call.outcomes.unconverted.query()
    if (converting === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
