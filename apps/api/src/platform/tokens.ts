import { createHash, randomBytes } from 'node:crypto'

/** A secret handed to somebody outside: 256 random bits. Only its hash is stored. */
export function newSecret(): { secret: string; hash: Uint8Array<ArrayBuffer> } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOf(secret) }
}

export function hashOf(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}

/** `<organization id>.<secret>`, so that the organization is known before any table is read. */
export function parseToken(token: string): { organizationId: string; secret: string } | null {
  const m = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/.exec(token)
  return m?.[1] && m[2] ? { organizationId: m[1], secret: m[2] } : null
}
