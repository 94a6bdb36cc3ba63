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
  'convert-outcomes',
  'tell',
  'send-mail',
  'digest',
  'fold-ledger',
  'make-report',
  'plan-reports',
  'send-report',
  'plan-feeds',
  'read-feed',
  'ask-owners',
  'ask-check-ins',
  'tell-coaching',
  'check-links',
  'post-stories',
  'mail-work',
  'tend-stage',
] as const
export type Queue = (typeof queues)[number]

type QueueOptions = {
  /** Those who work are woken when something is enqueued. */
  readonly notify: true
  readonly retryLimit: number
  readonly retryBackoff: true
  readonly retryDelay: number
  readonly retryDelayMax: number
  readonly heartbeatSeconds?: number
}

/**
 * How often a failing job comes again, after pauses (seconds) that double up to the longest: some minutes for what depends on the database
 * alone, about a day for what a mail server may refuse for hours. What a killed server had in hand is taken up after a silent minute; an
 * import may be silent for longer, and servers take those up when they start.
 */
export function optionsOf(queue: Queue): QueueOptions {
  const every = { notify: true, retryBackoff: true, ...(!queue.startsWith('import-') && { heartbeatSeconds: 60 }) } as const
  if (queue === 'send-mail' || queue === 'send-report' || queue === 'mail-work')
    return { ...every, retryLimit: 24, retryDelay: 30, retryDelayMax: 3600 }
  return { ...every, retryLimit: 6, retryDelay: 2, retryDelayMax: 600 }
}
