import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { ProgramEvent } from '@oeuvre/domain/programs/events'
import type { SavePageInput } from '@oeuvre/domain/programs/playbook/schema'
import { mayWritePlaybook } from '@oeuvre/domain/programs/policy'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { recordOf } from '../present.ts'
import { listRows } from '../repo.ts'

/**
 * A page of the playbook, set anew: each version stays to be read. The same words again are no version.
 * @throws DomainError not-found, forbidden, conflict (changed meanwhile)
 */
export function savePage(ctx: CommandContext, { id, page, version, words }: SavePageInput): Promise<{ version: number }> {
  const { actor, now } = ctx
  const org = sql`${actor.organizationId}::uuid`
  return mutate(ctx, async (tx, emit) => {
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    if (!mayWritePlaybook(actor, recordOf(row))) throw new DomainError('forbidden')
    const newest = await tx.one<{ version: number; words: string }>(sql`SELECT version, words FROM program_page
      WHERE organization_id = ${org} AND program_id = ${id}::uuid AND page = ${page} ORDER BY version DESC LIMIT 1`)
    if ((newest?.words ?? '') === words) return { version: newest?.version ?? 0 }
    if ((newest?.version ?? 0) !== version) throw new DomainError('conflict')
    const next = version + 1
    const saved = await tx.run(sql`INSERT INTO program_page (organization_id, program_id, page, version, words, by_id, at)
      VALUES (${org}, ${id}::uuid, ${page}, ${next}, ${words}, ${actor.personId}::uuid, ${now}::timestamptz) ON CONFLICT DO NOTHING`)
    if (saved === 0) throw new DomainError('conflict')
    emit({ type: 'program.page-saved', subject: { kind: 'program', id }, payload: { page, version: next } } satisfies ProgramEvent)
    return { version: next }
  })
}
