import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { confidentialTo, visibleTo } from '../visible-to.ts'
import type { Reader } from './list-outcomes.ts'

/** Clients and matters of results that this reader may see and whose client they may know, the latest spelling of each. */
export function suggestSubjects(ctx: Reader, input: { text: string }): Promise<{ subjects: string[] }> {
  const key = normalisedKey(input.text)
  if (key.length < 2) return Promise.resolve({ subjects: [] })
  const pattern = `%${key.replace(/[\\%_]/g, '\\$&')}%`
  return read(ctx.db, ctx.actor.organizationId, async (tx) => {
    const rows = await tx.rows<{
      subject: string
    }>(sql`SELECT (array_agg(x.subject ORDER BY x.occurred_on DESC, x.id DESC))[1] AS subject FROM (
        SELECT o.subject, o.subject_key, o.occurred_on, o.id FROM outcome o
        WHERE o.organization_id = ${ctx.actor.organizationId}::uuid AND o.subject_key LIKE ${pattern} AND o.state <> 'draft' AND ${visibleTo(ctx.actor)}
          AND ${confidentialTo(ctx.actor) ?? sql`TRUE`} ORDER BY o.occurred_on DESC, o.id DESC LIMIT 200) x
      GROUP BY x.subject_key ORDER BY x.subject_key LIKE ${`${pattern.slice(1)}`} DESC, max(x.occurred_on) DESC LIMIT 8`)
    return { subjects: rows.map((r) => r.subject) }
  })
}
