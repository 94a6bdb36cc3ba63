import { createStore, del, delMany, entries, keys, set, type UseStore } from 'idb-keyval'

/** A file that was chosen and is not yet stored: kept on the device, so that a reload or a closed tab does not lose it. */
export type KeptFile = { readonly id: string; readonly name: string; readonly content: Blob; readonly chosenAt: number }
/** Whose, and for what: another person on the same device never sees them. */
export type Place = { readonly organization: string; readonly personId: string; readonly outcomeId: string }

let store: UseStore | null = null

function kept(): UseStore {
  store ??= createStore('oeuvre-files', 'chosen-1')
  return store
}

function prefixOf({ organization, personId, outcomeId }: Place): string {
  return `${organization}/${personId}/${outcomeId}/`
}

/** A device that refuses storage costs the copy, never the upload. */
async function orElse<T>(work: () => Promise<T>, fallback: T): Promise<T> {
  try {
    return await work()
  } catch {
    return fallback
  }
}

export function keepFile(place: Place, file: KeptFile): Promise<void> {
  return orElse(() => set(prefixOf(place) + file.id, file, kept()), undefined)
}

export function dropFile(place: Place, id: string): Promise<void> {
  return orElse(() => del(prefixOf(place) + id, kept()), undefined)
}

/** In the order in which they were chosen. */
export function listKept(place: Place): Promise<KeptFile[]> {
  return orElse(async () => {
    const all = await entries<string, KeptFile>(kept())
    const here = all.flatMap(([key, file]) => (key.startsWith(prefixOf(place)) ? [file] : []))
    return here.sort((a, b) => a.chosenAt - b.chosenAt)
  }, [])
}

export function forgetKept(): Promise<void> {
  return orElse(async () => delMany(await keys(kept()), kept()), undefined)
}
