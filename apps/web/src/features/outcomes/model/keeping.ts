import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import type { OutcomeDraftInput, SavedOutcome } from '@oeuvre/domain/outcomes/schema'
import type { Base, DeviceCopy } from './device-copies.ts'
import { type Answer, isSame } from './form-fields.ts'
import type { LogForm } from './log-form.ts'
import { mergeForms } from './merge-forms.ts'

/**
 * `rest`: as the server has it, or nothing typed yet · `typing`: changed, on its way · `saving` · `waiting`: no network, server or
 * session; tried again · `partly`: some of it cannot be kept on the server as it stands · `clash`: it was changed elsewhere, the reader
 * has to look · `gone`: removed elsewhere.
 */
export type Phase = 'rest' | 'typing' | 'saving' | 'waiting' | 'partly' | 'clash' | 'gone'

export type Clash = {
  readonly theirs: Base
  /** Answers that both changed, differently. */
  readonly clashes: readonly Answer[]
  /** Answers taken over because nothing was typed there. */
  readonly taken: readonly Answer[]
  readonly by: string | null
  readonly byId: string | null
}

export type Keeping = {
  readonly form: LogForm
  /** What the server has, as far as this page knows. */
  readonly base: Base | null
  readonly phase: Phase
  readonly savedAt: number | null
  /** What stood in the way of the last sending; an answer that is changed loses its own. */
  readonly refusals: readonly Refusal[]
  /** How often a sending was refused: each time the page leads to the first refusal. */
  readonly refusedTimes: number
  /** What the server cannot keep as it stands. */
  readonly unkept: readonly Refusal[]
  readonly clash: Clash | null
  /** It was changed elsewhere, and nothing clashed: worth saying, nothing to choose. */
  readonly note: Clash | null
  readonly isSending: boolean
  /** The answer to the last sending that went through. */
  readonly sent: SavedOutcome | null
  /** False where the device refuses to keep a copy. */
  readonly isOnDevice: boolean
}

export type Saving = {
  readonly outcome: OutcomeDraftInput
  readonly version: number | null
  /** Sent again under the same, it is done once. */
  readonly key?: string | undefined
  /** An earlier version that it brings back. */
  readonly restores?: number | undefined
}
export type Send = (saving: Saving) => Promise<SavedOutcome>

export type KeeperWays = {
  readonly save: Send
  /** What the server has now; null: nothing. */
  readonly load: () => Promise<Base | null>
  readonly toDraft: (form: LogForm) => OutcomeDraftInput
  readonly put: (copy: DeviceCopy) => Promise<boolean>
  readonly drop: () => Promise<void>
  readonly now: () => number
  readonly mintKey: () => string
}

/** Milliseconds: after the last key, and at most after the first; between attempts while nothing answers. */
export const pauses = { afterTyping: 900, atMost: 6_000, firstRetry: 2_000, longestRetry: 30_000 } as const

export function isAutomatic(base: Base | null): boolean {
  return (base?.state ?? 'draft') === 'draft'
}

export type Opened = {
  readonly form: LogForm
  readonly base: Base | null
  readonly blank: LogForm
  readonly phase: Phase
  readonly clash: Clash | null
  readonly note: Clash | null
}

/** What the page begins with: what the server has, and on top what this device kept of an earlier visit. */
export function openingOf({ record, copy, blank }: { record: Base | null; copy: DeviceCopy | null; blank: LogForm }): Opened {
  const opened = { base: record, blank, clash: null, note: null }
  if (!copy) return { ...opened, form: record?.form ?? blank, phase: 'rest' }
  if (!record) return { ...opened, form: copy.form, base: copy.base, phase: copy.base ? 'gone' : 'typing' }
  const { form, taken, clashes } = mergeForms({ base: copy.base?.form ?? blank, mine: copy.form, theirs: record.form })
  if (isSame(form, record.form)) return { ...opened, form, phase: 'rest' }
  const both = { theirs: record, taken, clashes, by: null, byId: null }
  if (clashes.length > 0) return { ...opened, form, phase: 'clash', clash: both }
  const isAsBefore = taken.length === 0 && record.state === (copy.base?.state ?? record.state)
  return { ...opened, form, phase: 'typing', note: isAsBefore ? null : both }
}
