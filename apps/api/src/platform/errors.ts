import { DomainError, type ErrorCode } from '@oeuvre/domain/errors/domain-error'
import { refusalsOfIssues } from '@oeuvre/domain/errors/refusals'
import { ZodError } from 'zod'

/** PostgreSQL went away or is not there yet: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const gone = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|57P0[123]|08\d{3}|53300)/

function codeOf(e: unknown): string {
  return typeof e === 'object' && e !== null && 'code' in e && typeof e.code === 'string' ? e.code : ''
}

/** Walks the causes: Prisma and its adapter wrap what the driver said. */
function causes(e: unknown): unknown[] {
  const list: unknown[] = []
  for (let x = e; x && list.length < 8; x = (x as { cause?: unknown }).cause) list.push(x)
  return list
}

/** What a client may be told of a failure: refusals, or nothing but "unavailable" / "internal". */
export function toDomainError(e: unknown): DomainError {
  const chain = causes(e)
  const known = chain.find((x) => x instanceof DomainError)
  if (known) return known
  const zod = chain.find((x) => x instanceof ZodError)
  if (zod) return new DomainError(refusalsOfIssues(zod.issues), e)
  const text = chain.map((x) => `${codeOf(x)} ${x instanceof Error ? x.message : ''}`)
  if (
    chain.some((x) => gone.test(codeOf(x))) ||
    text.some((t) =>
      /Connection terminated|terminating connection|the database system is|P1001|P1017|P2024|P2028|timeout exceeded when trying to connect/.test(
        t,
      ),
    )
  )
    return new DomainError('unavailable', e)
  if (text.some((t) => /22021|\\u0000|invalid byte sequence/.test(t))) return new DomainError('text-unstorable', e)
  return new DomainError('internal', e)
}

/** HTTP status of a refusal. */
export function statusOf(code: ErrorCode): number {
  const table: Partial<Record<ErrorCode, number>> = {
    unauthenticated: 401,
    'not-found': 404,
    forbidden: 403,
    conflict: 409,
    'request-key-reused': 409,
    'state-changed': 409,
    'too-many-attempts': 429,
    'too-large': 413,
    unavailable: 503,
    internal: 500,
  }
  return table[code] ?? 400
}
