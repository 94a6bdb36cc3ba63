import { useEffect } from 'react'
import { createStore } from './store.ts'

/**
 * A key of a screen. `keys`: one key (`v`, `?`) or two in a row (`g h`); `mod+k` is Ctrl or ⌘ and works while typing too.
 * Plain keys are silent in fields and while a dialog is open, unless `inDialog`.
 */
export type Key = {
  readonly keys: string
  /** In the reader's language, for the list that `?` shows. */
  readonly label: string
  readonly run: () => void
  readonly scope?: 'everywhere' | 'screen'
  readonly inDialog?: boolean
}

const layers = new Set<readonly Key[]>()
const pause = 1_000
let pending = ''
let pendingSince = 0

export function listKeys(): readonly Key[] {
  return [...layers].flat()
}

/** The last to bind a key has it. Answers what unbinds. */
export function bindKeys(keys: readonly Key[]): () => void {
  layers.add(keys)
  return () => {
    layers.delete(keys)
  }
}

/** Binds keys while the component is there. */
export function useKeys(keys: readonly Key[]): void {
  useEffect(() => bindKeys(keys), [keys])
}

const editable = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true], [role=textbox]'

function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest(editable) !== null
}

/** What Enter already opens or presses. */
const pressable = 'a[href], button, summary, input, [role=button], [role=menuitem], [role=option]'

/** And Space, which leaves links alone. */
const spaced = 'button, summary, input, [role=button], [role=menuitem], [role=option]'

function isPressing(event: KeyboardEvent): boolean {
  const pressed = event.key === 'Enter' ? pressable : event.key === ' ' ? spaced : null
  return pressed !== null && event.target instanceof Element && event.target.closest(pressed) !== null
}

function find(wanted: string): Key | undefined {
  return listKeys().findLast((key) => key.keys === wanted)
}

function isPrefix(wanted: string): boolean {
  return listKeys().some((key) => key.keys.startsWith(`${wanted} `))
}

/** The key that an event completes, or null. Exported for its tests; `startKeys` is what listens. */
export function resolveKey(event: KeyboardEvent, isDialogOpen: boolean): Key | null {
  if (event.defaultPrevented || event.isComposing) return null
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (event.ctrlKey || event.metaKey) return event.altKey ? null : (find(`mod+${name}`) ?? null)
  if (event.altKey || isTyping(event) || isPressing(event)) return null
  const isSecond = pending !== '' && event.timeStamp - pendingSince < pause
  const key = (isSecond ? find(`${pending} ${name}`) : undefined) ?? find(name)
  pending = !key && isPrefix(name) ? name : ''
  pendingSince = event.timeStamp
  return key && (!isDialogOpen || key.inDialog) ? key : null
}

export function startKeys(): () => void {
  function onKeyDown(event: KeyboardEvent) {
    const key = resolveKey(event, document.querySelector('[role=dialog][aria-modal=true]') !== null)
    if (!key) return
    event.preventDefault()
    key.run()
  }
  document.addEventListener('keydown', onKeyDown)
  return () => document.removeEventListener('keydown', onKeyDown)
}

/** The list of keys that `?` shows. */
export const areKeysShown = createStore(false)
