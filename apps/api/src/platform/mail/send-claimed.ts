import { JobFailure } from '../jobs.ts'
import { type Mailer, type Message, NotSent } from './mailer.ts'

export type Settled = 'sent' | 'refused' | 'unknown' | 'waiting'

/** Sends what was claimed, and settles it: docs/decisions/009. @throws JobFailure where the queue is to come again */
export async function sendClaimed(mailer: Mailer, message: Message, settle: (state: Settled) => Promise<void>): Promise<void> {
  try {
    await mailer.send(message)
  } catch (e) {
    if (!(e instanceof NotSent)) throw e
    await settle(e.outcome === 'again' ? 'waiting' : e.outcome)
    if (e.outcome === 'again') throw new JobFailure(e.code)
    return
  }
  await settle('sent')
}
