import type { ImportState } from '@oeuvre/domain/transfers/overview/schema'

export const importSteps = ['file', 'columns', 'check', 'done'] as const
export type ImportStep = (typeof importSteps)[number]

/** What is going on by itself: the page asks again. */
export function isBusy(state: ImportState | undefined): boolean {
  return state === 'uploaded' || state === 'checking' || state === 'running' || state === 'undoing'
}

/** How far an import has come, and how far back one may go. What was carried out is not prepared again. */
const reach: Readonly<Record<ImportState, readonly ImportStep[]>> = {
  uploaded: ['file'],
  ready: ['columns', 'file'],
  checking: ['check'],
  checked: ['check', 'columns', 'file'],
  running: ['done'],
  done: ['done'],
  failed: ['file', 'columns'],
  undoing: ['done'],
  undone: ['done'],
}

/** The step that is shown: the one asked for, where the state allows it, else the furthest. */
export function stepOf(state: ImportState, asked: ImportStep | undefined): ImportStep {
  const allowed = reach[state]
  return asked && allowed.includes(asked) ? asked : (allowed[0] ?? 'file')
}

export function stepsOpen(state: ImportState): readonly ImportStep[] {
  return reach[state]
}
