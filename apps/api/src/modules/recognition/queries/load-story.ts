import type { SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { visibilityOf } from '@oeuvre/domain/outcomes/policy'
import { recordOf } from '../../outcomes/present.ts'
import { chainsFor } from '../../outcomes/queries/load-chains.ts'
import { loadOutcomes, type OutcomeRow } from '../../outcomes/queries/load-outcomes.ts'

/** A result that this reader may see. @throws DomainError not-found */
export async function loadStory(tx: SqlTx, actor: Actor, outcomeId: string): Promise<OutcomeRow> {
  const [row] = await loadOutcomes(tx, actor, [outcomeId])
  if (!row || !visibilityOf(actor, recordOf(row, await chainsFor(tx, actor, [row]))).isVisible) throw new DomainError('not-found')
  return row
}
