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
