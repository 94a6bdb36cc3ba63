import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { reportLimits } from '@oeuvre/domain/reports/schema'
import { keeping } from '@oeuvre/domain/time/keeping'
import { openFiles } from '../../../platform/files.ts'
import type { CommandContext } from '../../../platform/mutate.ts'

const day = 86_400_000
/** What was removed can be brought back for so long. */
const restorableFor = 10 * 60_000
/** A mail's link goes on working for so long. */
const deliveryDays = keeping.reportDelivery.days

/**
 * Retention: files of thirty days ago, bytes that none names, used-up tokens, and schedules that were removed. Run by a system actor,
 * any number of times.
 */
export async function eraseReports(ctx: CommandContext & { readonly filesDir: string }): Promise<{ erased: number }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden')
  const org = sql`organization_id = ${ctx.actor.organizationId}::uuid`
  const before = (ms: number) => new Date(ctx.now.getTime() - ms)
  const erased = await write(ctx.db, ctx.actor.organizationId, async (tx) => {
    await tx.run(sql`DELETE FROM print_token WHERE ${org} AND expires_at < ${ctx.now}`)
    await tx.run(sql`DELETE FROM report_schedule WHERE ${org} AND removed_at <= ${before(restorableFor)}`)
    await tx.run(sql`DELETE FROM report_delivery WHERE ${org} AND created_at < ${before(deliveryDays * day)}`)
    return tx.run(sql`DELETE FROM report WHERE ${org} AND created_at < ${before(reportLimits.keptDays * day)}`)
  })
  await eraseBytes(ctx)
  return { erased }
}

async function eraseBytes({ db, actor, filesDir, now }: CommandContext & { readonly filesDir: string }): Promise<void> {
  const { organizationId } = actor
  const files = openFiles(filesDir)
  for (let paginationToken: string | undefined; ; ) {
    const page = await files.listAll(`reports/${organizationId}/`, { recursive: true, ...(paginationToken ? { paginationToken } : {}) })
    for (const found of page.objects) {
      const digest = found.isFile ? /([0-9a-f]{64})$/.exec(found.key)?.[1] : undefined
      if (!found.isFile || !digest) continue
      const named = await read(db, organizationId, (tx) =>
        tx.one(
          sql`SELECT 1 AS named FROM report WHERE organization_id = ${organizationId}::uuid AND sha256 = decode(${digest}, 'hex') LIMIT 1`,
        ),
      )
      // Who makes a file puts its bytes down a moment before its row names them.
      if (!named && (await files.getMetaData(found.key)).lastModified.getTime() < now.getTime() - day) await files.delete(found.key)
    }
    paginationToken = page.paginationToken
    if (!paginationToken) return
  }
}
