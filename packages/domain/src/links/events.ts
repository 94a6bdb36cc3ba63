import type { LinkPlace } from './schema.ts'

/** Ids and codes only: where it leads and what its owner calls it stand in the table. Visits are no events. */
export type LinkEvent = {
  readonly subject: { readonly kind: 'link'; readonly id: string }
} & (
  | {
      readonly type: 'link.made'
      readonly payload: { readonly place: LinkPlace; readonly accountId: string | null; readonly programId: string | null }
    }
  | { readonly type: 'link.withdrawn' | 'link.restored' | 'link.redirected'; readonly payload: Readonly<Record<never, never>> }
)
