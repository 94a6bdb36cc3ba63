import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { byteOrderMark } from './write-csv.ts'

/** The first record is asked for before the answer begins, so that a refusal is an answer of its own and not a broken file. */
export async function sendCsv(reply: FastifyReply, name: string, lines: AsyncGenerator<string, void, undefined>): Promise<FastifyReply> {
  const first = await lines.next()
  async function* all() {
    yield byteOrderMark
    if (!first.done) yield first.value
    yield* lines
  }
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(Readable.from(all(), { objectMode: false }))
}
