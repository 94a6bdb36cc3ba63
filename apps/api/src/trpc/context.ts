import type { Database } from '@oeuvre/db/database'
import type { Visitor } from '../platform/gate.ts'
import type { Enqueue, Jobs } from '../platform/jobs.ts'
import type { Limits } from '../platform/limits.ts'
import type { Live } from '../platform/live.ts'
import type { Mailer } from '../platform/mail/mailer.ts'
import type { SafeFetch } from '../platform/outside/safe-fetch.ts'
import type { Printer } from '../platform/printer.ts'
import type { Seal } from '../platform/seal.ts'

/** What the server lends to every call. */
export type Deps = {
  readonly db: Database
  readonly limits: Limits
  readonly enqueue: Enqueue
  readonly isDemonstration: boolean
  readonly baseUrl: string
  /** One-way hash of a password, as the sign-in library keeps it. */
  hashPassword(password: string): Promise<string>
  readonly filesDir: string
  readonly live: Live
  /** null: this server sends no mail. */
  readonly mailer: Mailer | null
  readonly jobs: Pick<Jobs, 'retry'>
  /** null: this server makes no PDF. */
  readonly printer: Printer | null
  /** null: this server reads nothing outside. */
  readonly outside: SafeFetch | null
  readonly seal: Seal
  /** What this process knows of short links; `forget` after a change of one. */
  readonly links: { forget(code: string): void }
  /** Where this process itself is reached, from its own machine. @throws Error before it listens */
  ownUrl(): string
}

export type Context = Deps & {
  readonly requestId: string
  readonly now: Date
  readonly address: string
  /** Verified signature, not yet looked up. */
  readonly sessionToken: string | null
  readonly organizationSlug: string | null
  /** Under which a change was sent, so that it is done once. */
  readonly requestKey: string | null
  /** The gate, opened at most once per request. */
  visitor(): Promise<Visitor>
}
