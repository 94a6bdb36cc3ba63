import type { OutcomeState } from '@oeuvre/domain/outcomes/schema'
import { createStore, del, delMany, entries, get, set, type UseStore } from 'idb-keyval'
import type { LogForm } from './log-form.ts'

/** What the server had when typing began; null: nothing yet. */
export type Base = { readonly version: number; readonly state: OutcomeState; readonly form: LogForm }
export type DeviceCopy = {
  readonly form: LogForm
  readonly base: Base | null
  readonly changedAt: number
  /** Under which key it was sent for review without an answer: it goes on being sent, by whatever page is open. */
  readonly sending?: string | null
}
/** Whose copies: another person on the same device never sees them. */
export type Owner = { readonly organization: string; readonly personId: string }

/** Grows when what a copy holds changes shape: older ones are then left alone. */
const shape = 1
let store: UseStore | null = null

function copies(): UseStore {
  store ??= createStore('oeuvre-drafts', `copies-${shape}`)
  return store
}

function prefixOf({ organization, personId }: Owner): string {
  return `${organization}/${personId}/`
}

/** A device that refuses storage (private window, full disk) costs the copy, never the typing. */
async function orElse<T>(work: () => Promise<T>, fallback: T): Promise<T> {
  try {
    return await work()
  } catch {
    return fallback
  }
}

export function getCopy(owner: Owner, id: string): Promise<DeviceCopy | null> {
  return orElse(async () => (await get<DeviceCopy>(prefixOf(owner) + id, copies())) ?? null, null)
}

export function listCopies(owner: Owner): Promise<DeviceCopy[]> {
  return orElse(async () => {
    const all = await entries<string, DeviceCopy>(copies())
    const own = all.flatMap(([key, copy]) => (key.startsWith(prefixOf(owner)) ? [copy] : []))
    return own.sort((a, b) => b.changedAt - a.changedAt)
  }, [])
}

/** @returns false where the device did not take it */
export function putCopy(owner: Owner, copy: DeviceCopy): Promise<boolean> {
  return orElse(async () => {
    await set(prefixOf(owner) + copy.form.id, copy, copies())
    return true
  }, false)
}

export function dropCopy(owner: Owner, id: string): Promise<void> {
  return orElse(() => del(prefixOf(owner) + id, copies()), undefined)
}

/** On signing out: nothing of anybody stays on the device. */
export function forgetCopies(): Promise<void> {
  return orElse(
    async () =>
      delMany(
        (await entries<string, DeviceCopy>(copies())).map(([key]) => key),
        copies(),
      ),
    undefined,
  )
}
