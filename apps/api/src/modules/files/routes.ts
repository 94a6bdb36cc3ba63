import { Buffer } from 'node:buffer'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { Id } from '@oeuvre/domain/ids/ids'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { OrganizationRoute } from '../../platform/http-organization.ts'
import { beginUpload } from './commands/begin-upload.ts'
import { receivePart } from './commands/receive-part.ts'
import { findProgress } from './queries/find-progress.ts'
import { sendOwnFile } from './queries/send-file.ts'

/** https://tus.io/protocols/resumable-upload, version 1.0.0: the core and "creation". */
const version = '1.0.0'

export function idOf(req: FastifyRequest, name = 'id'): string {
  const id = Id.safeParse((req.params as Record<string, unknown>)[name])
  if (!id.success) throw new DomainError('not-found')
  return id.data
}

function numberOf(req: FastifyRequest, header: string): number {
  const text = req.headers[header]
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw new DomainError({ code: 'invalid-input', field: header })
  return Number(text)
}

/** Pairs of a key and its value in base 64. */
function metadataOf(req: FastifyRequest): Readonly<Record<string, string>> {
  const header = req.headers['upload-metadata']
  const pairs = (typeof header === 'string' ? header : '').split(',').map((pair) => pair.trim().split(' '))
  return Object.fromEntries(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]))
}

function answer(reply: FastifyReply, status: number, headers: Readonly<Record<string, string | number>>): FastifyReply {
  return reply.status(status).headers({ 'tus-resumable': version, 'cache-control': 'no-store', ...headers })
}

export const fileRoutes: readonly OrganizationRoute[] = [
  {
    method: 'POST',
    path: '/files/uploads',
    permission: 'outcome.log',
    async handler(ctx, req, reply) {
      const { id, filename = '' } = metadataOf(req)
      const minted = Id.safeParse(id)
      if (!minted.success) throw new DomainError({ code: 'invalid-input', field: 'id' })
      const upload = await beginUpload(ctx, { id: minted.data, name: filename, size: numberOf(req, 'upload-length') })
      const location = `/api/o/${ctx.actor.settings.slug}/files/uploads/${upload.id}`
      return answer(reply, 201, { location, 'upload-offset': upload.received }).send()
    },
  },
  {
    method: 'HEAD',
    path: '/files/uploads/:id',
    permission: 'outcome.log',
    async handler(ctx, req, reply) {
      const { received, size } = await findProgress(ctx, idOf(req))
      return answer(reply, 200, { 'upload-offset': received, 'upload-length': size }).send()
    },
  },
  {
    method: 'PATCH',
    path: '/files/uploads/:id',
    permission: 'outcome.log',
    async handler(ctx, req, reply) {
      const bytes = req.body instanceof Uint8Array ? req.body : new Uint8Array()
      const { received } = await receivePart(ctx, { id: idOf(req), offset: numberOf(req, 'upload-offset'), bytes })
      return answer(reply, 204, { 'upload-offset': received }).send()
    },
  },
  {
    method: 'GET',
    path: '/files/:id',
    permission: 'outcome.log',
    async handler(ctx, req, reply) {
      return sendOwnFile(ctx, idOf(req), req, reply)
    },
  },
]
