import { randomInt } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { readPage } from '@oeuvre/domain/accounts/page-links/rules'
import { provenBy } from '@oeuvre/domain/accounts/proofs/rules'
import { recogniseAccount } from '@oeuvre/domain/accounts/recognition/rules'
import { isDouble } from '@oeuvre/domain/accounts/rules'
import type { ProofResult } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { mutate } from '../../../platform/mutate.ts'
import { emitAccount } from '../events.ts'
import { readsFeeds } from '../queries/get-settings.ts'
import { loadForAction } from './load-account.ts'

/** Without those that are taken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** The code that the owner puts into their profile; the same each time it is asked for. */
export function getProofCode(ctx: OrgContext, { id }: { id: string }): Promise<{ code: string }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx) => {
    await loadForAction(tx, ctx, id, 'change')
    const fresh = `oeuvre-${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`
    const row = await tx.one<{ code: string }>(sql`UPDATE social_account SET proof_code = coalesce(proof_code, ${fresh})
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid RETURNING proof_code AS code`)
    if (!row) throw new DomainError('not-found')
    return row
  })
}

type Asked = { readonly address: string; readonly code: string; readonly provenKeys: ReadonlySet<string> }

async function loadAsked(tx: SqlTx, ctx: OrgContext, id: string): Promise<Asked> {
  const account = await loadForAction(tx, ctx, id, 'change')
  const rows = await tx.rows<{ id: string; key: string; code: string | null; proven: boolean }>(sql`
    SELECT id, address_key AS key, proof_code AS code, proven_at IS NOT NULL AS proven FROM social_account
    WHERE organization_id = ${ctx.actor.organizationId}::uuid AND person_id = ${ctx.actor.personId}::uuid AND withdrawn_at IS NULL`)
  const code = rows.find((row) => row.id === id)?.code
  if (account.address === null || !code) throw new DomainError('conflict')
  return { address: account.address, code, provenKeys: new Set(rows.flatMap((row) => (row.proven && row.id !== id ? [row.key] : []))) }
}

/**
 * Looks into the public profile once, because its owner asks: for the code, or a link that says "me". Nothing of the page is kept. Of one
 * account one person is shown to be the owner: whoever showed it before is so no more, and is told.
 * @throws DomainError conflict (no code was asked for yet), feeds-off, too-many-attempts
 */
export async function checkProof(ctx: OrgContext, { id }: { id: string }): Promise<ProofResult> {
  const { organizationId } = ctx.actor
  const asked = await read(ctx.db, organizationId, async (tx) => {
    const account = await loadAsked(tx, ctx, id)
    if (!(await readsFeeds(tx, organizationId))) throw new DomainError('feeds-off')
    return account
  })
  if (!ctx.outside) throw new DomainError('feeds-off')
  await ctx.limits.attempt('proof', id, ctx.address)
  const answer = await ctx.outside({ url: asked.address, accept: ['text/html', 'application/xhtml+xml'] })
  if (answer.kind !== 'page') return { provenBy: null, failure: answer.kind === 'refused' ? answer.reason : 'connection' }
  const by = provenBy(readPage(answer.text), asked)
  if (by === null) return { provenBy: null, failure: null }
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const { platform, address } = await loadForAction(tx, ctx, id, 'change')
    const recognition = recogniseAccount(address ?? '', platform === 'own' ? null : platform)
    const isAlone = !('account' in recognition) || isDouble(recognition.account)
    // Of one account one person is shown to be the owner: whoever showed it before is so no more.
    const before = await tx.rows<{
      id: string
      isLiving: boolean
    }>(sql`UPDATE social_account a SET proven_at = CASE WHEN a.id = ${id}::uuid THEN ${ctx.now}::timestamptz END,
        proven_by = CASE WHEN a.id = ${id}::uuid THEN ${by} END, version = a.version + 1
      FROM social_account o WHERE o.organization_id = ${organizationId}::uuid AND o.id = ${id}::uuid AND o.withdrawn_at IS NULL
        AND a.organization_id = o.organization_id AND (a.id = o.id OR (${isAlone} AND a.address_key = o.address_key AND a.proven_at IS NOT NULL))
      RETURNING a.id, a.withdrawn_at IS NULL AS "isLiving"`)
    emitAccount(emit, { type: 'account.proven', accountId: id, by })
    for (const other of before) if (other.id !== id && other.isLiving) emitAccount(emit, { type: 'account.doubled', accountId: other.id })
    ledger.touchFacts()
    return { provenBy: by, failure: null }
  })
}
