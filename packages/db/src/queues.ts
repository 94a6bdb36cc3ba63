/** Every queue of the job library. The owner creates them; the application only sends and works. */
export const queues = [
  'import-check',
  'import-run',
  'import-undo',
  'retention',
  'keep-promises',
  'pass-on-outcomes',
  'correct-teams',
  'forget-accounts',
  'tell',
  'send-mail',
  'digest',
] as const
export type Queue = (typeof queues)[number]

type Retry = { readonly retryLimit: number; readonly retryBackoff: true; readonly retryDelay: number; readonly retryDelayMax: number }

/**
 * How often a failing job comes again, after pauses (seconds) that double up to the longest: some minutes for what depends on the database
 * alone, about a day for what a mail server may refuse for hours.
 */
export function retryOf(queue: Queue): Retry {
  if (queue === 'send-mail') return { retryLimit: 24, retryBackoff: true, retryDelay: 30, retryDelayMax: 3600 }
  return { retryLimit: 6, retryBackoff: true, retryDelay: 2, retryDelayMax: 600 }
}
