import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import { checkChosen } from '@oeuvre/domain/files/rules'
import type { FileOutput } from '@oeuvre/domain/files/schema'
import { failureOf } from '../../../lib/refusals.ts'
import { createStore, type Store } from '../../../lib/store.ts'
import type { KeptFile } from './kept-files.ts'
import type { Sending } from './send-file.ts'

/** `waiting`: no line; it goes on when there is one, or when asked. `refused`: it will not be accepted as it is. */
export type OnItsWay = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly share: number
  readonly state: 'sending' | 'waiting' | 'refused'
  readonly refusals: readonly Refusal[]
}
export type UploadWays = {
  send(sending: Omit<Sending, 'organization'>): Promise<FileOutput>
  keep(file: KeptFile): Promise<void>
  drop(id: string): Promise<void>
  listKept(): Promise<readonly KeptFile[]>
  mintId(): string
  now(): number
}

/** Files of one page on their way to the server: each by itself, what was chosen outlives the page. */
export class UploadQueue {
  readonly store: Store<readonly OnItsWay[]> = createStore<readonly OnItsWay[]>([])
  readonly #ways: UploadWays
  readonly #contents = new Map<string, Blob>()
  readonly #begun = new Set<string>()
  readonly #stops = new Map<string, AbortController>()
  /** Told of each that arrived. */
  onStored: (file: FileOutput) => void = () => undefined

  constructor(ways: UploadWays) {
    this.#ways = ways
  }

  /** What was chosen before a reload goes on. */
  async start(): Promise<void> {
    for (const { id, name, content } of await this.#ways.listKept()) {
      if (this.#contents.has(id)) {
        if (!this.#stops.has(id)) this.#send(id)
        continue
      }
      this.#begun.add(id)
      this.#take(id, name, content)
    }
  }

  /** The page goes: what is under way stops, and is kept. */
  stop(): void {
    for (const stop of this.#stops.values()) stop.abort()
    this.#stops.clear()
  }

  add(files: readonly File[]): void {
    for (const file of files) {
      const id = this.#ways.mintId()
      const refusal = checkChosen(file)
      if (refusal) {
        this.#put({ id, name: file.name, size: file.size, share: 0, state: 'refused', refusals: [refusal] })
        continue
      }
      void this.#ways.keep({ id, name: file.name, content: file, chosenAt: this.#ways.now() })
      this.#take(id, file.name, file)
    }
  }

  remove(id: string): void {
    this.#stops.get(id)?.abort()
    this.#forget(id)
  }

  retry(id: string): void {
    const item = this.store.get().find((one) => one.id === id)
    if (item?.state === 'waiting') this.#send(id)
  }

  /** The line is back. */
  wake(): void {
    for (const { id } of this.store.get()) this.retry(id)
  }

  #take(id: string, name: string, content: Blob): void {
    this.#contents.set(id, content)
    this.#put({ id, name, size: content.size, share: 0, state: 'sending', refusals: [] })
    this.#send(id)
  }

  #put(item: OnItsWay): void {
    const others = this.store.get()
    const isKnown = others.some(({ id }) => id === item.id)
    this.store.set(isKnown ? others.map((one) => (one.id === item.id ? item : one)) : [...others, item])
  }

  #change(id: string, part: Partial<OnItsWay>): void {
    const item = this.store.get().find((one) => one.id === id)
    if (item) this.#put({ ...item, ...part })
  }

  #forget(id: string): void {
    this.#contents.delete(id)
    this.#stops.delete(id)
    void this.#ways.drop(id)
    this.store.set(this.store.get().filter((one) => one.id !== id))
  }

  #send(id: string): void {
    const content = this.#contents.get(id)
    const item = this.store.get().find((one) => one.id === id)
    if (!content || !item) return
    const stop = new AbortController()
    this.#stops.set(id, stop)
    this.#change(id, { state: 'sending', refusals: [] })
    const isBegun = this.#begun.has(id)
    this.#begun.add(id)
    const onProgress = (share: number) => this.#change(id, { share })
    this.#ways.send({ id, name: item.name, content, isBegun, signal: stop.signal, onProgress }).then(
      (file) => {
        if (stop.signal.aborted) return
        this.#forget(id)
        this.onStored(file)
      },
      (error: unknown) => {
        if (!stop.signal.aborted) this.#fail(id, error)
      },
    )
  }

  #fail(id: string, error: unknown): void {
    const { refusals, isLost } = failureOf(error)
    const canWait = isLost || refusals.some(({ code }) => ['unavailable', 'internal', 'unauthenticated', 'conflict'].includes(code))
    this.#change(id, { state: canWait ? 'waiting' : 'refused', refusals })
    if (canWait) return
    this.#contents.delete(id)
    void this.#ways.drop(id)
  }
}
