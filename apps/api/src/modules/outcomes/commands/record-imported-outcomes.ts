import type { SqlTx } from '@oeuvre/db/tenant'
import type { ContributorRole } from '@oeuvre/domain/credits/schema'
import type { Money } from '@oeuvre/domain/money/money'
import type { OutcomeState, Story } from '@oeuvre/domain/outcomes/schema'
import type { Day } from '@oeuvre/domain/time/day'
import type { CommandContext, Emit, MutateTools } from '../../../platform/mutate.ts'

/** A deal of the CRM, read, checked and resolved to ids of this organization. One per external id and call. */
export type ImportedOutcome = {
  /** Key in the CRM; by it the deal is known when it comes again. */
  readonly externalId: string
  readonly typeId: string
  readonly title: string
  readonly subject: string
  readonly occurredOn: Day
  readonly firstTouchOn: Day | null
  readonly value: Money | null
  readonly channelIds: readonly string[]
  /** One lead; weights as parts. */
  readonly contributors: readonly { readonly personId: string; readonly role: ContributorRole; readonly weight: number }[]
  readonly story: Story
}

/** What became of a deal, in the order given. `before`: what the import overwrote, to be given to `restoreImported` on undo. */
export type RecordedOutcome = {
  readonly externalId: string
  readonly outcomeId: string
  readonly result: 'added' | 'updated' | 'unchanged'
  readonly state: OutcomeState
  readonly versionAfter: number
  readonly before: ImportedOutcome | null
}

/** What was taken back, or why it was left: people touched it since, or it is not there (any more). */
export type TakenBack = { readonly outcomeId: string; readonly result: 'withdrawn' | 'restored' | 'touched-since' | 'not-there' }

/**
 * Records deals in the transaction of an import (an actor of kind `import`, with the person who runs it): 500 rows in a few
 * statements. New ones arrive verified, matched to the CRM, or submitted where that person contributes; known ones follow the CRM,
 * but for what people changed; withdrawn by an import, they come back.
 */
export async function recordImported(
  _ctx: CommandContext,
  _tx: SqlTx,
  _emit: Emit,
  _tools: MutateTools,
  _rows: readonly ImportedOutcome[],
): Promise<readonly RecordedOutcome[]> {
  throw new Error('not yet')
}

/** Deals that the CRM no longer counts as won: reopened and withdrawn, cause `crm`. Unknown ids are left out. */
export async function withdrawLost(
  _ctx: CommandContext,
  _tx: SqlTx,
  _emit: Emit,
  _tools: MutateTools,
  _externalIds: readonly string[],
): Promise<readonly RecordedOutcome[]> {
  throw new Error('not yet')
}

/**
 * Takes back what an import did, where nobody touched it since (`versionAfter` is still its version): what it added is withdrawn
 * (cause `import-undone`), what it changed is as before.
 */
export async function takeBackImported(
  _ctx: CommandContext,
  _tx: SqlTx,
  _emit: Emit,
  _tools: MutateTools,
  _rows: readonly { readonly outcomeId: string; readonly versionAfter: number; readonly before: ImportedOutcome | null }[],
): Promise<readonly TakenBack[]> {
  throw new Error('not yet')
}
