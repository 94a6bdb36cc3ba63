/** What happens to the ledger by itself. Payloads hold ids and numbers only. */
export type CreditEvent =
  | {
      /** The teams of somebody's past were corrected, and the credits of those days with them. */
      readonly type: 'credits.team-corrected'
      readonly subject: { readonly kind: 'person'; readonly id: string }
      readonly payload: { readonly entries: number }
    }
  | {
      /** Rates came for results that had none, and their value came into the reporting currency. */
      readonly type: 'credits.converted'
      readonly subject: { readonly kind: 'organization'; readonly id: string }
      readonly payload: { readonly outcomes: number }
    }
