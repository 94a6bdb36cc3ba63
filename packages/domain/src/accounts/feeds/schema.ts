import { z } from 'zod'
import { outsideRefusals } from '../outside/schema.ts'

/** Of all that a feed says, what is taken: when each thing appeared and whose it is. Never a text, a name, a count of anything. */
export type FeedEntry = {
  /** Milliseconds since 1970; null: it does not say, or not readably. */
  readonly at: number | null
  /** A boost spreads somebody else's post, a reply answers somebody else's; answering oneself goes on with one's own. */
  readonly kind: 'own' | 'boost' | 'reply'
}

export type FeedReading =
  | { readonly entries: readonly FeedEntry[] }
  /** What was read only names the place of the feed. */
  | { readonly elsewhere: string }
  | { readonly broken: 'not-a-feed' | 'undated' }

/** Why nothing could be read; told to the owner alone. */
export const feedFailures = [...outsideRefusals, 'not-a-feed', 'undated', 'no-feed'] as const
export const FeedFailure = z.enum(feedFailures)
export type FeedFailure = z.infer<typeof FeedFailure>
