import { join } from 'node:path'
import { e2e } from '../steps/places.ts'
import { nextFreePort } from '../steps/ports.ts'
import { run } from '../steps/processes.ts'
import { build } from './build.ts'

/** `npm run pictures [name …]`: every screen (or those named) in both sizes, languages and themes, into pictures/. */
export async function pictures(names: readonly string[]): Promise<number> {
  await build()
  const env = { ...process.env, E2E_PORT: String(await nextFreePort(3300)) }
  const { code } = await run(process.execPath, [join(e2e, 'pictures.ts'), ...names], { cwd: e2e, env })
  return code
}
