import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The session token of a request, when its signature is right. The sign-in library signs its cookie with HMAC-SHA256 of the
 * token; checking it here spares the library's own look-up, so that session, membership and roles come in one statement.
 */
export function sessionToken(cookieHeader: string | undefined, secret: string): string | null {
  if (!cookieHeader) return null
  for (const part of cookieHeader.split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    if (name !== 'oeuvre.session_token' && name !== '__Secure-oeuvre.session_token') continue
    const value = decode(part.slice(at + 1).trim())
    const dot = value.lastIndexOf('.')
    if (dot < 1) continue
    const token = value.slice(0, dot)
    const given = Buffer.from(value.slice(dot + 1), 'base64')
    const right = createHmac('sha256', secret).update(token).digest()
    if (given.length === right.length && timingSafeEqual(given, right)) return token
  }
  return null
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return '' // a malformed cookie is no session
  }
}
