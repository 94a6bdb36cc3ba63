/** Every queue of the job library. The owner creates them; the application only sends and works. */
export const queues = [
  'import-check',
  'import-run',
  'import-undo',
  'retention',
  'pass-on-outcomes',
  'correct-teams',
  'forget-accounts',
] as const
export type Queue = (typeof queues)[number]
