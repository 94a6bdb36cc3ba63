import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the server of this run is; E2E_PORT comes from `npm test`, which has looked for a free one. */
export const port = process.env.E2E_PORT ?? '3199'
export const baseUrl = `http://localhost:${port}`
export const serveCommand = ['scripts/serve.ts', port] as const
/** The link of a first run, left open beside the demonstration so that its page can be looked at. */
export const firstRunToken = 'the-first-run-of-the-journeys'

/** The mail that was sent in this run, a line of JSON each. */
export function mailFile(of: string): string {
  return join(tmpdir(), `oeuvre-e2e-${of}-mail.jsonl`)
}

/** What a second server on the same database needs to know; there while the first runs. */
export function environmentFile(of: string): string {
  return join(tmpdir(), `oeuvre-e2e-${of}.json`)
}
