import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchFile, storedFile } from '../../../test/evidence-files.ts'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, refusals, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { download } from '../../../test/uploads.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import { eraseFiles } from '../files/commands/erase-files.ts'

let api: Api
let house: House
let photo: Buffer
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#b4533c' } })
    .jpeg()
    .toBuffer()
})
afterAll(() => api.stop())

const pdf = (text: string) => `%PDF-1.7\n${text}\n`

async function logged(author: Someone, name: string, content: Uint8Array | string, over: Parameters<House['draft']>[0] = {}) {
  const file = await storedFile(api, author, name, content)
  const evidence = [{ id: randomUUID(), fileId: file.id }]
  const draft = house.draft({ evidence, ...over })
  const { version } = await author.call.outcomes.log.mutate({ outcome: draft, version: null })
  return { file, draft, version, evidenceId: evidence[0]!.id, path: `/outcomes/${draft.id}/evidence/${evidence[0]!.id}` }
}

test('a file is evidence: the second rung, listed with its name, served to those who may see the evidence and to nobody else', async () => {
  const { aicha, claire, dora, executive, colleague, jonas, reviewer, tenant } = house
  const { file, draft, version, path, evidenceId } = await logged(aicha, 'Site <b>visit</b>\u202egpj.jpg', photo)
  const page = await claire.call.outcomes.get.query({ id: draft.id })
  expect(page.rung).toBe(2)
  expect(page.evidence).toMatchObject([
    { id: evidenceId, address: null, caption: file.name, file: { kind: 'image', width: 900, height: 600 }, addedBy: { name: 'Aicha' } },
  ])
  expect(file.name).toBe('Site b visit b gpj.jpg')
  const status = async (who: Someone) => (await fetchFile(api, who, path)).status
  for (const who of [aicha, claire, dora]) expect(await status(who)).toBe(200)
  for (const who of [colleague, jonas, executive, tenant.administrator]) expect(await status(who)).toBe(404)
  await claire.call.review.verify.mutate({ ids: [{ id: draft.id, version }] })
  // Verified it is a story for everybody, its evidence is not.
  expect((await colleague.call.outcomes.get.query({ id: draft.id })).evidence).toBeNull()
  for (const who of [colleague, jonas, reviewer, tenant.administrator]) expect(await status(who)).toBe(404)
  expect(await status(executive)).toBe(200)
  expect((await fetchFile(api, aicha, `/outcomes/${randomUUID()}/evidence/${evidenceId}`)).status).toBe(404)
})

test('what is served runs nothing: headers of a picture, its thumbnail, and of anything else', async () => {
  const { aicha, claire } = house
  const { path } = await logged(aicha, 'été.jpg', await sharp(photo).grayscale().toBuffer())
  const shown = await fetchFile(api, claire, path)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `inline; filename="_t_.jpg"; filename*=UTF-8''%C3%A9t%C3%A9.jpg`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
    'cross-origin-resource-policy': 'same-origin',
  })
  const etag = shown.headers.get('etag') ?? ''
  expect((await fetchFile(api, claire, path, { 'if-none-match': etag })).status).toBe(304)
  // The right is asked before: a copy that a browser kept opens nothing.
  expect((await fetchFile(api, house.colleague, path, { 'if-none-match': etag })).status).toBe(404)
  const small = await fetchFile(api, claire, `${path}?look=thumbnail`)
  expect(small.headers.get('content-type')).toBe('image/webp')
  expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBe(480)
  const paper = await logged(aicha, 'order.pdf', pdf('x'))
  const saved = await fetchFile(api, claire, `${paper.path}?look=thumbnail`)
  expect(saved.headers.get('content-type')).toBe('application/pdf')
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="order\.pdf"/)
})

test('only one’s own uploads, or what stands there already, can be shown', async () => {
  const { aicha, jonas, rolf } = house
  const lead = { personId: jonas.personId, role: 'lead' as const, weight: 1 }
  const contributors = [lead, { personId: aicha.personId, role: 'support' as const, weight: 1 }]
  const { file, draft, version } = await logged(aicha, 'own.pdf', pdf('own'), { contributors })
  const stolen = house.draft({ evidence: [{ id: randomUUID(), fileId: file.id }] })
  expect(await refusals(jonas.call.outcomes.log.mutate({ outcome: stolen, version: null }))).toMatchObject([
    { code: 'file-unknown', field: 'outcome.evidence.0' },
  ])
  const theirs = await storedFile(api, jonas, 'theirs.pdf', pdf('theirs'))
  const both = [...(draft.evidence ?? []), { id: randomUUID(), fileId: theirs.id }]
  expect((await refusals(aicha.call.outcomes.save.mutate({ outcome: { ...draft, evidence: both }, version })))[0]?.code).toBe(
    'file-unknown',
  )
  expect((await refusals(jonas.call.outcomes.save.mutate({ outcome: { ...draft, evidence: both }, version })))[0]?.code).toBe('forbidden')
  // After verification whoever leads it adds theirs and keeps what is there.
  const verified = await rolf.call.review.verify.mutate({ ids: [{ id: draft.id, version }] })
  const more = await storedFile(api, jonas, 'more.pdf', pdf('more'))
  const told = {
    id: draft.id,
    version: verified.outcomes[0]!.version,
    title: draft.title ?? '',
    story: { situation: '', action: '', result: '' },
    evidence: [...(draft.evidence ?? []), { id: randomUUID(), fileId: more.id, label: 'The order' }],
  }
  await jonas.call.outcomes.tellStory.mutate(told)
  const page = await aicha.call.outcomes.get.query({ id: draft.id })
  expect(page.evidence?.map(({ caption }) => caption).sort()).toEqual(['The order', 'own.pdf'])
})

test('history says which files came and went, events say no name, exports list them', async () => {
  const { aicha, tenant } = house
  const { draft, version } = await logged(aicha, 'canary-name.pdf', pdf('canary'))
  await aicha.call.outcomes.save.mutate({ outcome: { ...draft, evidence: [] }, version })
  expect((await aicha.call.outcomes.get.query({ id: draft.id })).rung).toBe(1)
  const history = JSON.stringify(await aicha.call.outcomes.history.query({ id: draft.id }))
  expect(history).toContain('canary-name.pdf')
  const events = await read(api.db, tenant.organizationId, (tx) => tx.rows<{ text: string }>(sql`SELECT payload::text AS text FROM event`))
  expect(events.map(({ text }) => text).join()).not.toContain('canary-name')
  await logged(aicha, 'listed.pdf', pdf('listed'))
  expect((await download(api, aicha, 'outcomes.csv')).text).toContain('listed.pdf')
})

test('retention: given up after a day, unused after thirty, shown ones stay', async () => {
  const { aicha, tenant } = house
  const kept = await logged(aicha, 'kept.jpg', await sharp(photo).resize(50).toBuffer())
  const loose = await storedFile(api, aicha, 'loose.pdf', pdf('loose'))
  const system = await openNamedActor(api.db, tenant.organizationId, { kind: 'system', personId: null, importId: null })
  const run = (days: number) =>
    eraseFiles({
      db: api.db,
      enqueue: api.deps.enqueue,
      actor: system,
      requestId: null,
      now: new Date(Date.now() + days * 86_400_000),
      filesDir: api.config.filesDir,
    })
  const status = async (path: string) => (await fetchFile(api, aicha, path)).status
  const uploads = () => read(api.db, tenant.organizationId, (tx) => tx.rows(sql`SELECT id FROM file_upload`))
  await run(0)
  expect(await uploads()).not.toEqual([])
  await run(2)
  expect(await uploads()).toEqual([])
  await run(29)
  expect(await status(`/files/${loose.id}`)).toBe(200)
  await run(31)
  expect(await status(`/files/${loose.id}`)).toBe(404)
  expect(await status(kept.path)).toBe(200)
  // Bytes that no row names: a server that ended in the middle.
  const folder = join(api.config.filesDir, 'evidence', tenant.organizationId)
  const count = () =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile()).length : 0
  const before = count()
  await write(api.db, tenant.organizationId, async (tx) => {
    await tx.run(sql`DELETE FROM evidence WHERE file_id = ${kept.file.id}::uuid`)
    await tx.run(sql`DELETE FROM stored_file WHERE id = ${kept.file.id}::uuid`)
  })
  await run(33)
  expect(count()).toBe(before - 2)
  await expect(contextOf(api, aicha).then((ctx) => eraseFiles({ ...ctx, filesDir: api.config.filesDir }))).rejects.toMatchObject({
    code: 'forbidden',
  })
})
