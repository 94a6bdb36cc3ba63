import { join } from 'node:path'
import { claimFolder, prepareRun } from '../steps/local-run.ts'
import { generate } from '../steps/making.ts'
import { tellAddress } from '../steps/one-at-a-time.ts'
import { api, root, web } from '../steps/places.ts'
import { nextFreePort } from '../steps/ports.ts'
import { startChild, tool } from '../steps/processes.ts'
import { untilStopped } from '../steps/until-stopped.ts'

/** `npm run dev`: both halves from their sources, each reloading on a change. */
export async function dev(): Promise<number> {
  if (!claimFolder('dev')) return 0
  await generate()
  const webPort = await nextFreePort(5173)
  const address = `http://localhost:${webPort}`
  // The origin that the browser shows is the one of the interface, or every write would be refused as foreign.
  const { plan, database } = await prepareRun(address)
  try {
    const server = startChild(process.execPath, ['--watch', '--watch-preserve-output', join(api, 'src/main.ts')], root, plan.env)
    const env = { ...plan.env, API_URL: `http://127.0.0.1:${plan.port}` }
    const vite = startChild(tool('vite', web), ['--port', String(webPort), '--strictPort'], web, env)
    if (database) tellAddress('dev', address)
    console.log(`\n  Oeuvre is at  ${address}  (the server behind it on port ${plan.port})\n`)
    return await untilStopped([vite, server])
  } finally {
    await database?.stop()
  }
}
