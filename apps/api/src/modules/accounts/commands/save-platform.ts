import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { readHosts, readPattern } from '@oeuvre/domain/accounts/own-platforms/rules'
import { type ArchiveOwnPlatform, ownPlatformLimits, type SaveOwnPlatform } from '@oeuvre/domain/accounts/own-platforms/schema'
import { platformNames } from '@oeuvre/domain/accounts/platform-names/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { emitPlatform } from '../events.ts'

/**
 * Adds a platform to the table, or changes it; accounts registered there keep their addresses.
 * @throws DomainError name-taken, platform-known, pattern-invalid, too-many, address-… (each of its field)
 */
export function savePlatform(ctx: CommandContext, input: SaveOwnPlatform): Promise<{ id: string }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const hosts = readHosts(input.hosts)
    if ('refusal' in hosts) throw new DomainError(hosts.refusal)
    const pattern = readPattern(input.pattern)
    if ('refusal' in pattern) throw new DomainError(pattern.refusal)
    const name = input.name.trim()
    await refuseTaken(tx, organizationId, { id: input.id, name, hosts: hosts.hosts })
    await tx.run(sql`
      INSERT INTO own_platform (organization_id, id, name, name_key, hosts, pattern)
      VALUES (${organizationId}::uuid, ${input.id}::uuid, ${name}, ${normalisedKey(name)}, ${[...hosts.hosts]}::text[], ${pattern.pattern})
      ON CONFLICT (organization_id, id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, hosts = excluded.hosts, pattern = excluded.pattern`)
    emitPlatform(emit, { type: 'platform.saved', platformId: input.id })
    ledger.touchFacts()
    return { id: input.id }
  })
}

type Wanted = { readonly id: string; readonly name: string; readonly hosts: readonly string[] }

async function refuseTaken(tx: Tx, organizationId: string, { id, name, hosts }: Wanted): Promise<void> {
  const key = normalisedKey(name)
  if (Object.values(platformNames).some((known) => known !== platformNames.own && normalisedKey(known) === key))
    throw new DomainError({ code: 'name-taken', field: 'name' })
  const others = await tx.rows<{ name_key: string; hosts: string[]; archived: boolean }>(sql`
    SELECT name_key, hosts, archived_at IS NOT NULL AS archived FROM own_platform WHERE organization_id = ${organizationId}::uuid AND id <> ${id}::uuid`)
  if (others.length >= ownPlatformLimits.platforms) throw new DomainError({ code: 'too-many', field: 'name' })
  if (others.some((other) => other.name_key === key)) throw new DomainError({ code: 'name-taken', field: 'name' })
  if (others.some((other) => !other.archived && other.hosts.some((host) => hosts.includes(host))))
    throw new DomainError({ code: 'host-taken', field: 'hosts' })
}

/** Archived, its addresses are recognised no more; accounts registered there stay, with its name. @throws DomainError not-found, host-taken */
export function archivePlatform(ctx: CommandContext, { id, isArchived }: ArchiveOwnPlatform): Promise<{ id: string }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const row = await tx.one<{ name: string; hosts: string[] }>(sql`
      UPDATE own_platform SET archived_at = CASE WHEN ${isArchived} THEN ${ctx.now}::timestamptz END
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid RETURNING name, hosts`)
    if (!row) throw new DomainError('not-found')
    if (!isArchived) await refuseTaken(tx, organizationId, { id, ...row })
    emitPlatform(emit, { type: isArchived ? 'platform.archived' : 'platform.restored', platformId: id })
    ledger.touchFacts()
    return { id }
  })
}
