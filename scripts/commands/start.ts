import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { claimFolder, prepareRun } from '../steps/local-run.ts'
import { buildApi, buildWeb, generate } from '../steps/making.ts'
import { tellAddress } from '../steps/one-at-a-time.ts'
import { api, endWithParent, root } from '../steps/places.ts'
import type { Environment } from '../steps/processes.ts'
import { say } from '../steps/progress.ts'
import { untilStopped } from '../steps/until-stopped.ts'

/** The built server; resolves when it listens, rejects when it ends before. What it prints is shown. */
function serve(env: Environment): Promise<ChildProcess> {
  const args = [...endWithParent, '--enable-source-maps', join(api, 'dist/main.mjs')]
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code} before it listened`)))
    child.stdout?.on('data', (chunk) => {
      const text = String(chunk)
      if (text.includes('listening on')) resolve(child)
      const rest = text.replace(/^listening on .*\n?/m, '')
      if (rest) process.stdout.write(rest)
    })
  })
}

/** `npm start`: everything from nothing to an address that answers. `-- simulated`: with a third company, simulated over two years. */
export async function start(args: readonly string[]): Promise<number> {
  if (!claimFolder('start')) return 0
  await generate()
  await buildWeb()
  await buildApi()
  const { plan, database } = await prepareRun(undefined, args)
  try {
    const server = await serve(plan.env)
    if (database) tellAddress('start', plan.address)
    say('ready')
    console.log(`\n  Oeuvre is at  ${plan.address}\n`)
    if (database)
      console.log('  A demonstration on this machine only: sign in with one click. Ctrl-C stops it; deleting .data begins afresh.\n')
    return await untilStopped([server])
  } finally {
    await database?.stop()
  }
}
