import { randomUUIDv7 } from 'node:crypto'

/**
 * What `emit` takes. Each slice's `events.ts` in domain narrows it to its own closed union; payloads hold ids, codes, numbers
 * and dates, never texts (texts live in tables that can be blanked).
 */
export type DomainEvent = {
  readonly type: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly payload?: Readonly<Record<string, unknown>>
  /** Minted by the caller when something else (a review note) must carry the same id. */
  readonly id?: string
}

let lastMillisecond = ''
let counter = 0

/**
 * A version 7 id that sorts after all that this process minted before: the library's own are in no order within a millisecond, in
 * which one command may say several things. The twelve bits after the time count (RFC 9562, 6.2, method 1).
 */
export function nextEventId(): string {
  const id = randomUUIDv7()
  const millisecond = id.slice(0, 13)
  counter = millisecond === lastMillisecond ? counter + 1 : 0
  lastMillisecond = millisecond
  return `${millisecond}-7${Math.min(counter, 0xfff).toString(16).padStart(3, '0')}${id.slice(18)}`
}
