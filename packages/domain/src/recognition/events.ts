/**
 * Ids only. A kudos says nothing of its story nor of whom it thanks: the log is kept for good, and a private one concerns two. Hiding one,
 * and what somebody shares of their own, are no events.
 */
export type KudosEvent = {
  readonly type: 'kudos.given' | 'kudos.edited' | 'kudos.removed' | 'kudos.restored'
  readonly subject: { readonly kind: 'kudos'; readonly id: string }
}
