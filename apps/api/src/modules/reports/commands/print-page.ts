import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { formatImpactFilter, type ImpactFilter } from '@oeuvre/domain/impact/schema'
import type { Language } from '@oeuvre/domain/organizations/schema'
import type { Paper } from '@oeuvre/domain/reports/schema'
import { JobFailure } from '../../../platform/jobs.ts'
import { newSecret } from '../../../platform/tokens.ts'
import type { Deps } from '../../../trpc/context.ts'

const validFor = 5 * 60_000

export type Printing = Pick<Deps, 'db' | 'printer' | 'ownUrl'> & { readonly now: Date }
export type PrintAsked = {
  readonly organizationId: OrganizationId
  readonly slug: string
  readonly personId: string
  readonly filter: ImpactFilter
  readonly paper: Paper
  readonly language: Language
}

/** Where the print view stands, and what opens it, once: after the #, so that no log and no request names it. */
async function openAddress({ db, ownUrl, now }: Printing, asked: PrintAsked): Promise<string> {
  const { organizationId, personId, filter, language, paper } = asked
  const { secret, hash } = newSecret()
  const expiresAt = new Date(now.getTime() + validFor)
  await write(db, organizationId, async (tx) => {
    await tx.run(sql`DELETE FROM print_token WHERE organization_id = ${organizationId}::uuid AND expires_at < ${now}`)
    await tx.run(sql`INSERT INTO print_token (organization_id, token_hash, person_id, filter, language, expires_at)
      VALUES (${organizationId}::uuid, ${hash}, ${personId}::uuid, ${JSON.stringify(filter)}::jsonb, ${language}, ${expiresAt})`)
  })
  const search = new URLSearchParams({ ...formatImpactFilter(filter), paper }).toString()
  return `${ownUrl()}/${asked.slug}/print/impact?${search}#print=${organizationId}.${secret}`
}

/** The impact page as a PDF, with the rights of one person. @throws JobFailure print-failed, no-printer */
export async function printPage(ctx: Printing, asked: PrintAsked): Promise<Uint8Array> {
  if (!ctx.printer) throw new JobFailure('no-printer') // taken out of the configuration since
  return ctx.printer.print({ address: await openAddress(ctx, asked), language: asked.language })
}
