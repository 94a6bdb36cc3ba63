import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.ts'

export type Environment = Readonly<Record<string, string | undefined>>
export type RunOptions = { readonly cwd?: string; readonly env?: Environment; readonly isQuiet?: boolean }
export type RunResult = { readonly code: number; readonly output: string }

const isWindows = process.platform === 'win32'
/** What `run` has not seen the end of: it goes with this process. */
const underWay = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of underWay) child.kill('SIGTERM')
})

/** The command of an installed package, of the folder's own packages first. */
export function tool(name: string, folder = root): string {
  const file = isWindows ? `${name}.cmd` : name
  const own = join(folder, 'node_modules/.bin', file)
  return existsSync(own) ? own : join(root, 'node_modules/.bin', file)
}

/** A child whose output is shown. Where there is setpriv (Linux) the kernel ends it with this process, even by kill -9. */
export function startChild(command: string, args: readonly string[], cwd: string, env: Environment): ChildProcess {
  const setpriv = '/usr/bin/setpriv'
  const [program, ...before] = existsSync(setpriv) ? [setpriv, '--pdeathsig', 'TERM', '--', command] : [command]
  return spawn(program, [...before, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows && command.endsWith('.cmd'),
  })
}

/** Runs to the end. Quiet: what it prints is kept and returned; else it is shown. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const { cwd = root, env = process.env, isQuiet = false } = options
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd,
      env,
      stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
      shell: isWindows && command.endsWith('.cmd'),
    })
    underWay.add(child)
    child.once('exit', () => underWay.delete(child))
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
    child.once('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Like `run`, but what goes wrong is an error with the program's own words. */
export async function mustRun(what: string, command: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  const { code, output } = await run(command, args, { isQuiet: true, ...options })
  if (code !== 0) throw new Error(`${what} failed\n${output.trim()}`)
}

/** Ends a child in order; after ten seconds by force. */
export function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
