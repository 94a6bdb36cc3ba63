import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { kindOf } from '@oeuvre/domain/files/rules'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { openFiles } from '../../../platform/files.ts'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { keyOf } from '../present.ts'
import { findStored, type StoredRow } from '../repo.ts'

/** Plain letters for old clients, then the name as it is (RFC 6266, RFC 8187). */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^ -~]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`
}

/** A file that nobody else has seen yet: for whoever uploaded it. @throws DomainError not-found */
export async function sendOwnFile(ctx: OrgContext, id: string, req: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const file = await find(ctx, id)
  if (file.uploadedById !== ctx.actor.personId) throw new DomainError('not-found')
  return send(ctx, file, req, reply)
}

/** For those whose right was asked before: this asks none. */
export async function sendFile(ctx: OrgContext, id: string, req: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return send(ctx, await find(ctx, id), req, reply)
}

async function find(ctx: OrgContext, id: string): Promise<StoredRow> {
  const file = await read(ctx.db, ctx.actor.organizationId, (tx) => findStored(tx, ctx.actor.organizationId, id))
  if (!file) throw new DomainError('not-found')
  return file
}

/**
 * Nothing in it runs here, whatever it is: no other type is guessed, no script, no plugin, no form, and all but plain pictures is saved and
 * not shown. It may be kept by this reader's browser, which asks each time whether the right still stands.
 */
async function send({ actor, filesDir }: OrgContext, file: StoredRow, req: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const isPicture = kindOf(file.mediaType) === 'image'
  const look = isPicture && (req.query as { look?: unknown }).look === 'thumbnail' ? 'thumbnail' : 'whole'
  const etag = `"${file.digest}-${look}"`
  reply
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-cache')
    .header('vary', 'cookie')
    .header('etag', etag)
  if (req.headers['if-none-match'] === etag) return reply.status(304).send()
  reply
    .header('content-type', look === 'thumbnail' ? 'image/webp' : file.mediaType)
    .header('content-disposition', disposition(isPicture ? 'inline' : 'attachment', file.name))
  return reply.send(await openFiles(filesDir).getStream(keyOf(actor.organizationId, file.digest, look)))
}
