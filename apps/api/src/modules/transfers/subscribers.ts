import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { JobHandler } from '../../platform/jobs.ts'
import type { CommandContext } from '../../platform/mutate.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import type { Deps } from '../../trpc/context.ts'
import { checkImport } from './commands/check-rows.ts'
import { runImport } from './commands/run-import.ts'
import { type FileContext, scanFile } from './commands/scan-file.ts'
import { undoImport } from './commands/undo-import.ts'

/** The import itself acts, for the person who asked: "import by X". */
export async function importContext(deps: Deps, payload: Readonly<Record<string, string>>): Promise<FileContext | null> {
  const { organizationId = '', importId = '' } = payload
  const who = await read(deps.db, organizationId as OrganizationId, (tx) =>
    tx.one<{ person_id: string }>(sql`
      SELECT created_by_id AS person_id FROM import WHERE organization_id = ${organizationId}::uuid AND id = ${importId}::uuid`),
  )
  if (!who) return null // gone since
  const actor = await openNamedActor(deps.db, organizationId, { kind: 'import', personId: payload.personId ?? who.person_id, importId })
  const ctx: CommandContext = { db: deps.db, actor, requestId: null, now: new Date(), enqueue: deps.enqueue }
  return { ...ctx, filesDir: deps.filesDir }
}

function handle(deps: Deps, work: (ctx: FileContext, input: { id: string }, step: string | undefined) => Promise<void>): JobHandler {
  return async (payload) => {
    const ctx = await importContext(deps, payload)
    if (ctx) await work(ctx, { id: payload.importId ?? '' }, payload.step)
  }
}

/** A file that cannot be read to its end fails the import, with the reason; anything else comes again. */
async function scan(ctx: FileContext, input: { id: string }): Promise<void> {
  try {
    await scanFile(ctx, input)
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'state-changed') throw error
    const failure = JSON.stringify({ failure: error.refusals[0] })
    await write(ctx.db, ctx.actor.organizationId, (tx) =>
      tx.run(sql`
        UPDATE import SET state = 'failed', error_code = ${error.code}, counts = ${failure}::jsonb, version = version + 1
        WHERE organization_id = ${ctx.actor.organizationId}::uuid AND id = ${input.id}::uuid AND state = 'uploaded'`),
    )
  }
}

/** The jobs of imports. */
export function importJobs(deps: Deps) {
  return {
    'import-check': handle(deps, (ctx, input, step) => (step === 'scan' ? scan(ctx, input) : checkImport(ctx, input))),
    'import-run': handle(deps, (ctx, input) => runImport(ctx, input)),
    'import-undo': handle(deps, (ctx, input) => undoImport(ctx, input)),
  }
}

const queueOf = { uploaded: 'import-check', checking: 'import-check', running: 'import-run', undoing: 'import-undo' } as const

/**
 * Imports that an ended server left in the middle go on by themselves: asked for again when a server starts. A second worker on
 * the same import does no harm.
 */
export async function resumeImports(deps: Deps): Promise<void> {
  for (const { id } of await deps.db.prisma.organizationDirectory.findMany({ select: { id: true } })) {
    const organizationId = id as OrganizationId
    await write(deps.db, organizationId, async (tx) => {
      const open = await tx.rows<{ id: string; state: keyof typeof queueOf }>(sql`
        SELECT id, state FROM import WHERE organization_id = ${organizationId}::uuid AND state IN ('uploaded', 'checking', 'running', 'undoing')`)
      for (const { id: importId, state } of open)
        await deps.enqueue(tx, queueOf[state], { organizationId, importId, ...(state === 'uploaded' && { step: 'scan' }) })
    })
  }
}
