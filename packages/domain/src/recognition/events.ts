/** For whom, for what, why, and why it was revoked stand in the table: whoever is recognised hears of it before whoever reads the log. */
export type AwardEvent = {
  readonly subject: { readonly kind: 'award'; readonly id: string }
} & ({ readonly type: 'award.given' } | { readonly type: 'award.revoked'; readonly payload: { readonly isTakenBack: boolean } })

/**
 * Ids only. A kudos says nothing of its story nor of whom it thanks: the log is kept for good, and a private one concerns two. Hiding one,
 * and what somebody shares of their own, are no events.
 */
export type KudosEvent = {
  readonly type: 'kudos.given' | 'kudos.edited' | 'kudos.removed' | 'kudos.restored'
  readonly subject: { readonly kind: 'kudos'; readonly id: string }
}

/** For somebody who left, by whoever administers, or by mail; and that it was used, by whoever holds it. */
export type PortfolioEvent = {
  readonly type: 'portfolio.link-made' | 'portfolio.link-mailed' | 'portfolio.fetched'
  readonly subject: { readonly kind: 'person'; readonly id: string }
}
