import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import type { OutcomeDraftInput, SavedOutcome } from '@oeuvre/domain/outcomes/schema'
import { failureOf } from '../../../lib/refusals.ts'
import { createStore, type Store } from '../../../lib/store.ts'
import type { Base } from './device-copies.ts'
import { type Answer, answerOf, differences, isSame, keepable, withAnswers } from './form-fields.ts'
import { type Clash, isAutomatic, type KeeperWays, type Keeping, type Opened, pauses, type Send } from './keeping.ts'
import { checkKeepable, type LogForm } from './log-form.ts'
import { mergeForms } from './merge-forms.ts'

/**
 * Keeps what is typed: at once on the device, then on the server, one request at a time, each conditional on the version that was read.
 * Only drafts are saved by themselves; what waits for review, or is verified, changes when its author says so (`commit`).
 */
export class DraftKeeper {
  readonly store: Store<Keeping>
  readonly #ways: KeeperWays
  readonly #blank: LogForm
  #timer: ReturnType<typeof setTimeout> | undefined
  #changedSince: number | null = null
  #retry: number = pauses.firstRetry
  #isBusy = false
  #isStopped = false
  /** What was sent without an answer since the last one: any of it may have arrived. */
  #unanswered: LogForm[] = []
  /** A sending that still waits for the network, and whether it goes on when the page is closed. */
  #wanted: { readonly send: Send; readonly outlives: boolean } | null = null
  /** The key of what was sent last: the same again has the same. */
  #keyed: { readonly form: LogForm; readonly version: number | null; readonly key: string } | null = null

  constructor(ways: KeeperWays, opened: Opened) {
    this.#ways = ways
    this.#blank = opened.blank
    const { form, base, phase, clash, note } = opened
    const nothingYet = { savedAt: null, refusals: [], refusedTimes: 0, unkept: [], sent: null, isSending: false, isOnDevice: true }
    this.store = createStore<Keeping>({ form, base, phase, clash, note, ...nothingYet })
  }

  get #now(): Keeping {
    return this.store.get()
  }

  get #saved(): LogForm {
    return this.#now.base?.form ?? this.#blank
  }

  #set(next: Partial<Keeping>): void {
    this.store.set({ ...this.#now, ...next })
  }

  change(form: LogForm): void {
    const { phase } = this.#now
    const isTyping = phase === 'rest' || phase === 'typing' || phase === 'partly'
    const changed = differences(this.#now.form, form)
    const refusals = this.#now.refusals.filter(({ field }) => !changed.some((answer) => field && answerOf(field) === answer))
    this.#set({ form, refusals, phase: isTyping ? 'typing' : phase })
    void this.#keepOnDevice()
    // While nothing answers, the next attempt is under way already.
    if (phase === 'waiting') return
    const now = this.#ways.now()
    this.#changedSince ??= now
    this.#schedule(Math.max(0, Math.min(pauses.afterTyping, this.#changedSince + pauses.atMost - now)))
  }

  async #keepOnDevice(): Promise<void> {
    const { form, base } = this.#now
    const sending = this.#wanted?.outlives ? this.#keyFor(form) : null
    const isOnDevice = await this.#ways.put({ form, base, changedAt: this.#ways.now(), sending })
    if (isOnDevice !== this.#now.isOnDevice) this.#set({ isOnDevice })
  }

  #keyFor(form: LogForm): string {
    const version = this.#now.base?.version ?? null
    if (!this.#keyed || this.#keyed.version !== version || !isSame(this.#keyed.form, form))
      this.#keyed = { form, version, key: this.#ways.mintKey() }
    return this.#keyed.key
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer)
    if (this.#isStopped || this.#isHeld()) return
    if (this.#wanted || isAutomatic(this.#now.base)) this.#timer = setTimeout(() => void this.#try(), delay)
  }

  #isHeld(): boolean {
    return this.#now.clash !== null || this.#now.phase === 'gone'
  }

  async #try(): Promise<void> {
    if (this.#isBusy || this.#isHeld()) return
    if (this.#wanted) await this.#attempt(this.#wanted.send, this.#now.form, [])
    else await this.saveNow()
  }

  /** Saves a draft now, without waiting for a pause in typing. */
  async saveNow(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#isBusy || this.#isHeld() || !isAutomatic(this.#now.base)) return
    const { form } = this.#now
    const refusals = checkKeepable(this.#ways.toDraft(form))
    const sendable = refusals.length > 0 ? keepable(form, this.#saved, refusals) : form
    if (isSame(sendable, this.#saved)) this.#settle(refusals)
    else await this.#attempt(this.#ways.save, sendable, refusals)
  }

  /**
   * Sends all of it now, in the way that is given: for review, as a change, as an amendment. It goes on trying where nothing answers,
   * and what `outlives` the page is sent by another.
   */
  async commit(send: Send, outlives = false): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#isHeld() || this.#now.isSending) return
    this.#wanted = { send, outlives }
    this.#set({ isSending: true, sent: null, refusals: [] })
    if (outlives) void this.#keepOnDevice()
    if (!this.#isBusy) await this.#attempt(send, this.#now.form, [])
  }

  /** Not now, after all: it stays a draft. */
  giveUpSending(): void {
    this.#wanted = null
    this.#set({ isSending: false })
    void this.#keepOnDevice()
    this.#schedule(0)
  }

  async #attempt(send: Send, form: LogForm, leftOut: readonly Refusal[]): Promise<void> {
    this.#isBusy = true
    if (this.#now.phase !== 'waiting') this.#set({ phase: 'saving' })
    try {
      const isWanted = send === this.#wanted?.send
      const key = isWanted ? this.#keyFor(form) : undefined
      const saved = await send({ outcome: this.#ways.toDraft(form), version: this.#now.base?.version ?? null, key })
      if (isWanted) this.#sent(saved)
      this.#accept(form, saved, leftOut)
    } catch (error) {
      await this.#fail(error, form)
    }
    this.#isBusy = false
    if (this.#now.phase === 'waiting') this.#schedule(this.#retry)
    else if (this.#wanted) this.#schedule(0)
    else if (this.#now.phase === 'typing') this.#schedule(pauses.afterTyping)
  }

  #sent(saved: SavedOutcome): void {
    this.#wanted = null
    this.#set({ isSending: false, sent: saved })
  }

  #accept(form: LogForm, saved: SavedOutcome, leftOut: readonly Refusal[]): void {
    this.#unanswered = []
    this.#retry = pauses.firstRetry
    this.#set({ base: { form, version: saved.version, state: saved.state }, savedAt: this.#ways.now() })
    if (leftOut.length === 0 && isSame(this.#now.form, form)) {
      this.#settle([])
      return
    }
    // Some of it stays behind, or was typed meanwhile.
    this.#changedSince = leftOut.length > 0 ? null : this.#ways.now()
    this.#set({ phase: leftOut.length > 0 ? 'partly' : 'typing', unkept: leftOut })
    void this.#keepOnDevice()
  }

  /** Nothing left that the server would take. */
  #settle(unkept: readonly Refusal[]): void {
    this.#changedSince = null
    this.#set({ phase: unkept.length > 0 ? 'partly' : 'rest', unkept })
    if (unkept.length === 0) void this.#ways.drop()
  }

  async #fail(error: unknown, form: LogForm): Promise<void> {
    const { refusals } = failureOf(error)
    // About the outcome as a whole; beside a field the same codes mean that answer.
    const whole = refusals.filter((refusal) => refusal.field === undefined).map((refusal) => refusal.code)
    if (whole.includes('unavailable') || whole.includes('unauthenticated')) return this.#wait(form)
    if (whole.some((code) => code === 'state-changed' || code === 'conflict' || code === 'not-found')) return this.#meet(refusals, form)
    this.#changedSince = null
    if (this.#wanted) this.refuse(refusals)
    else this.#set({ phase: 'partly', unkept: refusals })
  }

  /** It cannot be sent like this. As a draft it is kept all the same. */
  refuse(refusals: readonly Refusal[]): void {
    this.#wanted = null
    void this.#keepOnDevice()
    const phase = isSame(this.#now.form, this.#saved) ? 'rest' : 'typing'
    this.#set({ phase, refusals, refusedTimes: this.#now.refusedTimes + 1, isSending: false })
  }

  #wait(form: LogForm): void {
    this.#unanswered.push(form)
    this.#set({ phase: 'waiting' })
    this.#retry = Math.min(this.#retry * 1.6, pauses.longestRetry)
  }

  /** Somebody else, or this person in another tab, was first. */
  async #meet(refusals: readonly Refusal[], sent: LogForm): Promise<void> {
    const theirs = await this.#ways.load().catch(() => undefined)
    if (theirs === undefined) return this.#wait(sent)
    if (!theirs) {
      this.#wanted = null
      return this.#set({ phase: 'gone', isSending: false })
    }
    // A request whose answer was lost may be what changed it: then both sides began there.
    const isOwn = this.#unanswered.some((form) => isSame(form, theirs.form))
    const base = isOwn ? theirs.form : this.#saved
    const { form, taken, clashes } = mergeForms({ base, mine: this.#now.form, theirs: theirs.form })
    const params = refusals[0]?.params
    const clash: Clash = { theirs, taken, clashes, by: textOf(params?.by), byId: textOf(params?.byId) }
    this.#unanswered = []
    const isAsBefore = theirs.state === (this.#now.base?.state ?? 'draft')
    if (isOwn && isAsBefore) return this.#adopt(theirs, form)
    this.#wanted = null
    this.#set({ isSending: false, note: clashes.length === 0 && (taken.length > 0 || !isAsBefore) ? clash : null })
    if (clashes.length === 0) return this.#adopt(theirs, form)
    // Nothing is sent on before whoever types has seen both.
    this.#set({ form, clash, phase: 'clash', refusals: [] })
    void this.#keepOnDevice()
  }

  #adopt(theirs: Base, form: LogForm): void {
    const isChanged = !isSame(form, theirs.form)
    this.#changedSince = null
    this.#set({ base: theirs, form, clash: null, phase: isChanged ? 'typing' : 'rest', refusals: [], unkept: [] })
    if (!isChanged) void this.#ways.drop()
    // An attempt that is just ending schedules the next one itself.
    else if (!this.#isBusy) this.#schedule(0)
  }

  /** The choice between both: `takeTheirs` lists the answers to take from the other side. */
  resolve(takeTheirs: readonly Answer[]): void {
    const { clash, form } = this.#now
    if (clash) this.#adopt(clash.theirs, withAnswers(form, clash.theirs.form, takeTheirs))
  }

  /** The note of what was changed elsewhere was read. */
  dismissNote(): void {
    this.#set({ note: null })
  }

  /** Removed elsewhere, and wanted after all: it is logged anew under the same id. */
  recreate(): void {
    this.#set({ base: null, phase: 'typing' })
    void this.saveNow()
  }

  /** What was sent came back: goes on as the draft that it is again. */
  takeBack(version: number): void {
    const { base, form } = this.#now
    this.#set({ base: { form: base?.form ?? form, version, state: 'draft' }, sent: null, phase: 'rest' })
  }

  /** The network or the server is back. */
  wake(): void {
    if (this.#now.phase !== 'waiting') return
    this.#retry = pauses.firstRetry
    this.#schedule(0)
  }

  /** It is being deleted: nothing more of it is saved. */
  discard(): void {
    clearTimeout(this.#timer)
    this.#isStopped = true
    this.#set({ phase: 'rest' })
  }

  toDraft(form: LogForm): OutcomeDraftInput {
    return this.#ways.toDraft(form)
  }

  start(): void {
    this.#isStopped = false
    if (this.#now.phase === 'typing') this.#schedule(0)
  }

  /** The page is left: what is typed is on the device already, and goes to the server without waiting. */
  stop(): void {
    if (this.#now.phase === 'typing') void this.saveNow()
    clearTimeout(this.#timer)
    this.#isStopped = true
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
