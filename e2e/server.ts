/** Where the server of this run is; E2E_PORT comes from `npm test`, which has looked for a free one. */
export const port = process.env.E2E_PORT ?? '3199'
export const baseUrl = `http://localhost:${port}`
export const serveCommand = ['scripts/serve.ts', port] as const
/** The link of a first run, left open beside the demonstration so that its page can be looked at. */
export const firstRunToken = 'the-first-run-of-the-journeys'
