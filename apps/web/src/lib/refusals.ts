import { type ErrorCode, errorCodes, type Refusal } from '@oeuvre/domain/errors/domain-error'
import { TRPCClientError } from '@trpc/client'

/** What a failed call says. `lost`: there was no answer, or one that did not come from our server. */
export type Failure = { readonly refusals: readonly Refusal[]; readonly requestId: string | null; readonly isLost: boolean }

const codes: ReadonlySet<string> = new Set(errorCodes)

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isRefusal(value: unknown): value is Refusal {
  return isRecord(value) && typeof value.code === 'string' && codes.has(value.code)
}

/** Reads the `{ refusals, requestId }` that every answer of ours carries when it refuses. */
export function readFailure(data: unknown, status?: number): Failure {
  const isOurs = isRecord(data)
  const refusals = isOurs && Array.isArray(data.refusals) ? data.refusals.filter(isRefusal) : []
  const requestId = isOurs && typeof data.requestId === 'string' ? data.requestId : null
  const isLost = refusals.length === 0 && (!isOurs || (status !== undefined && status >= 502 && status <= 504))
  if (refusals.length > 0) return { refusals, requestId, isLost }
  return { refusals: [{ code: isLost ? 'unavailable' : 'internal' }], requestId, isLost }
}

export class RefusedError extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.refusals.map((r) => r.code).join(', '))
    this.name = 'RefusedError'
    this.failure = failure
  }
}

/** What went wrong, whatever was thrown: a refusal by the server, a lost connection, or a defect of ours. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RefusedError) return error.failure
  if (error instanceof TRPCClientError) return readFailure(error.data ?? undefined, error.data?.httpStatus)
  if (isChunkLost(error)) return { refusals: [{ code: 'unavailable' }], requestId: null, isLost: true }
  return { refusals: [{ code: 'internal' }], requestId: null, isLost: false }
}

/** A screen's code or style could not be loaded: the network or the server went away, or a newer version has replaced it. */
function isChunkLost(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script|unable to preload css/i.test(error.message)
}

export function hasCode(error: unknown, code: ErrorCode): boolean {
  return failureOf(error).refusals.some((refusal) => refusal.code === code)
}

/** True where waiting helps and nothing the reader typed is to blame. */
export function isUnavailable(error: unknown): boolean {
  return hasCode(error, 'unavailable')
}
