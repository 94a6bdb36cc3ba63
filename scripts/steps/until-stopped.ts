import type { ChildProcess } from 'node:child_process'
import { stopChild } from './processes.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** While still preparing there is nothing to end in order: leaving at once lets the handlers of `exit` do their part. */
export function leaveWhenStopped(): void {
  for (const signal of signals) process.once(signal, () => process.exit(130))
  process.once('disconnect', () => process.exit(1))
}

/**
 * Waits until a child ends by itself, somebody presses Ctrl-C, or the process that started this one is gone; then ends them all,
 * one after the other.
 * @returns the code to exit with.
 */
export async function untilStopped(children: readonly ChildProcess[]): Promise<number> {
  for (const event of [...signals, 'disconnect']) process.removeAllListeners(event)
  const code = await new Promise<number>((resolve) => {
    for (const child of children) child.once('exit', (ended) => resolve(ended ?? 1))
    for (const signal of signals) process.on(signal, () => resolve(0))
    process.once('disconnect', () => resolve(0))
  })
  for (const child of children) await stopChild(child)
  return code
}
