import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { data } from './places.ts'

export type Running = { readonly pid: number; readonly command: string; readonly url: string | null }

const lock = join(data, 'running.json')

function readRunning(): Running | null {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Running
  } catch {
    return null
  }
}

/** A number may have gone to another program since: it must still be one of ours. */
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform === 'win32') return true
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes('run.ts')
  } catch (error) {
    // No `ps` in a small container: then the number alone decides.
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}

/**
 * The local database serves one run at a time. A lock that a killed run left is taken over.
 * @returns the run that holds it; null when it is now ours.
 */
export function takeLock(command: string): Running | null {
  mkdirSync(dirname(lock), { recursive: true })
  const mine: Running = { pid: process.pid, command, url: null }
  for (;;) {
    try {
      writeFileSync(lock, JSON.stringify(mine), { flag: 'wx' })
      process.once('exit', releaseLock)
      return null
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = readRunning()
      if (holder && isOurs(holder.pid)) return holder
      rmSync(lock, { force: true })
    }
  }
}

export function tellAddress(command: string, url: string): void {
  writeFileSync(lock, JSON.stringify({ pid: process.pid, command, url } satisfies Running))
}

function releaseLock(): void {
  if (readRunning()?.pid === process.pid) rmSync(lock, { force: true })
}
