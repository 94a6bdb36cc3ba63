/** Queues that have words of their own. */
const named = [
  'tell',
  'send-mail',
  'digest',
  'import-check',
  'import-run',
  'import-undo',
  'convert-outcomes',
  'retention',
  'make-report',
  'plan-reports',
  'send-report',
  'post-stories',
  'tend-stage',
  'mail-work',
] as const

export function queueWord(queue: string): (typeof named)[number] | 'other' {
  return named.find((one) => one === queue) ?? 'other'
}

/** What a code of a failure means to somebody who can do something about it. */
export function reasonWord(reason: string): 'unreachable' | 'refused' | 'sign' | 'unset' | 'database' | 'printer' | 'secret' | 'other' {
  if (reason === 'no-mail-server') return 'unset'
  if (reason === 'secret-changed') return 'secret'
  if (reason === 'unavailable') return 'database'
  if (reason === 'print-failed' || reason === 'no-printer') return 'printer'
  if (/^smtp-53[0-9]$|^EAUTH$/.test(reason)) return 'sign'
  if (/^smtp-\d/.test(reason)) return 'refused'
  return /^(ECONN|ESOCKET|ETIMEDOUT|EDNS|ENOTFOUND|EHOST|ETLS|smtp)/.test(reason) ? 'unreachable' : 'other'
}
