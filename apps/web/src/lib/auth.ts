import type { ErrorCode } from '@oeuvre/domain/errors/domain-error'
import { type Failure, RefusedError, readFailure } from './refusals.ts'

/** The sign-in library answers with codes of its own; here they become ours. */
const translated: Readonly<Record<string, ErrorCode>> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-credentials',
  INVALID_EMAIL: 'wrong-credentials',
  INVALID_PASSWORD: 'wrong-credentials',
  PASSWORD_TOO_SHORT: 'password-too-short',
  PASSWORD_TOO_LONG: 'text-too-long',
}

function failureOf(status: number, body: unknown): Failure {
  const failure = readFailure(body ?? undefined, status)
  if (typeof body !== 'object' || body === null || 'refusals' in body) return failure
  const code = 'code' in body && typeof body.code === 'string' ? translated[body.code] : undefined
  const known = code ?? (status === 401 ? 'wrong-credentials' : undefined)
  return known ? { ...failure, refusals: [{ code: known }] } : failure
}

async function post(path: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  let answer: Response
  try {
    answer = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  } catch {
    throw new RefusedError(readFailure(undefined))
  }
  if (answer.ok) return
  throw new RefusedError(failureOf(answer.status, await answer.json().catch(() => undefined)))
}

/** Plain calls to the sign-in library's routes: its own client would add more than the whole of this page. */
export function signIn(email: string, password: string): Promise<void> {
  return post('/api/auth/sign-in/email', { email, password })
}

export function signInForDemonstration(key: string): Promise<void> {
  return post('/api/demo/sign-in', { key })
}

export function signOut(): Promise<void> {
  return post('/api/auth/sign-out', {})
}

/** Ends every session of this reader, this one too. */
export async function signOutEverywhere(): Promise<void> {
  await post('/api/auth/revoke-sessions', {})
  await signOut()
}

export function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  return post('/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true })
}
