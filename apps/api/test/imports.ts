import type { ImportCounts, ImportDetail, ImportState } from '@oeuvre/domain/transfers/overview/schema'
import type { ImportKind, Mapping } from '@oeuvre/domain/transfers/schema'
import type { Someone } from './factories.ts'
import type { Api } from './harness.ts'
import { upload } from './uploads.ts'

const busy: readonly ImportState[] = ['uploaded', 'checking', 'running', 'undoing']

/** Asks until the import waits for somebody again, as the page does. */
export async function finished(who: Someone, id: string, states: readonly ImportState[]): Promise<ImportDetail> {
  for (;;) {
    const found = await who.call.transfers.get.query({ id })
    if (states.includes(found.state)) return found
    if (!busy.includes(found.state)) throw new Error(`${found.state}: ${JSON.stringify(found.failure)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export type Imported = { readonly id: string; readonly dryRun: ImportCounts; readonly report: ImportCounts }
type Options = { readonly answer?: (mapping: Mapping) => Mapping; readonly until?: 'checked' }

/** The whole way of a file, as the wizard goes it. `answer`: what is corrected in the mapping that was guessed. */
export async function importFile(
  api: Api,
  who: Someone,
  kind: ImportKind,
  content: Uint8Array | string,
  { answer, until }: Options = {},
): Promise<Imported> {
  const sent = await upload(api, who, kind, content)
  if (!sent.id) throw new Error(JSON.stringify(sent.refusals))
  const { id } = sent
  let { version, mapping } = await finished(who, id, ['ready'])
  if (answer && mapping) version = (await who.call.transfers.saveMapping.mutate({ id, version, mapping: answer(mapping) })).version
  await who.call.transfers.check.mutate({ id, version })
  const checked = await finished(who, id, ['checked'])
  const dryRun = checked.counts
  if (!dryRun) throw new Error('no counts')
  if (until === 'checked') return { id, dryRun, report: dryRun }
  await who.call.transfers.run.mutate({ id, version: checked.version })
  const done = await finished(who, id, ['done'])
  if (!done.counts) throw new Error('no report')
  return { id, dryRun, report: done.counts }
}

export async function undo(_api: Api, who: Someone, id: string): Promise<ImportDetail> {
  const { version } = await who.call.transfers.get.query({ id })
  await who.call.transfers.undo.mutate({ id, version })
  return finished(who, id, ['undone'])
}
