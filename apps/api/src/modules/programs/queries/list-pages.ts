import { type Sql, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import {
  type PageVersion,
  type PageVersionsInput,
  type PageVersionsOutput,
  type PlaybookOutput,
  playbookPages,
} from '@oeuvre/domain/programs/playbook/schema'
import { mayWritePlaybook } from '@oeuvre/domain/programs/policy'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { recordOf } from '../present.ts'
import { listRows } from '../repo.ts'

type Reader = Pick<OrgContext, 'db' | 'actor'>
type Row = Omit<PageVersion, 'at'> & { readonly at: Date }

async function load(tx: SqlTx, { organizationId }: Actor, id: string, which: Sql): Promise<PageVersion[]> {
  const rows = await tx.rows<Row>(sql`
    SELECT x.page, x.version, x.words, x.at, (SELECT json_build_object('id', p.id, 'name', p.name) FROM person p
      WHERE p.organization_id = x.organization_id AND p.id = x.by_id) AS by
    FROM program_page x WHERE x.organization_id = ${organizationId}::uuid AND x.program_id = ${id}::uuid AND ${which} ORDER BY x.version DESC`)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/**
 * The pages as they stand; one that was emptied is put away.
 * @throws DomainError not-found
 */
export function listPages(ctx: Reader, { id }: { id: string }): Promise<PlaybookOutput> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    const newest = sql`NOT EXISTS (SELECT FROM program_page y WHERE y.organization_id = x.organization_id AND y.program_id = x.program_id
      AND y.page = x.page AND y.version > x.version)`
    const pages = await load(tx, actor, id, newest)
    return {
      pages: playbookPages.flatMap((page) => pages.find((one) => one.page === page) ?? []),
      can: { edit: mayWritePlaybook(actor, recordOf(row)) },
    }
  })
}

/** @throws DomainError not-found */
export function listPageVersions(ctx: Reader, { id, page }: PageVersionsInput): Promise<PageVersionsOutput> {
  const { actor } = ctx
  return read(ctx.db, actor.organizationId, async (tx) => {
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    return { versions: await load(tx, actor, id, sql`x.page = ${page}`) }
  })
}
