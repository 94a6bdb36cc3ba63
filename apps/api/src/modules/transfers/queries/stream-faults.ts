import { read } from '@oeuvre/db/tenant'
import { csvLines } from '../../../platform/csv/write-csv.ts'
import type { CommandContext } from '../../../platform/mutate.ts'
import { loadImport } from '../repo.ts'
import { faultyRows } from './list-faults.ts'

const page = 1000

/** All kept faulty rows as CSV, a line per fault. */
export async function* streamFaults(ctx: CommandContext, input: { id: string }): AsyncGenerator<string, void, undefined> {
  const { organizationId } = ctx.actor
  await read(ctx.db, organizationId, (tx) => loadImport(tx, organizationId, input.id))
  yield csvLines([['row', 'line', 'column', 'value', 'reason', 'details']])
  let after = 0
  for (;;) {
    const rows = await read(ctx.db, organizationId, (tx) => faultyRows(tx, organizationId, { id: input.id, cursor: after }, page))
    const last = rows.at(-1)
    if (!last) return
    yield csvLines(
      rows.flatMap(({ number, line, faults }) =>
        faults.map(({ column, value, code, params }) => [number, line, column ?? '', value, code, params ? JSON.stringify(params) : '']),
      ),
    )
    after = last.number
  }
}
