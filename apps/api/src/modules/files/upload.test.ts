import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { fileLimits } from '@oeuvre/domain/files/schema'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { begin, container, fetchFile, storedFile, tus, uploadEvidence } from '../../../test/evidence-files.ts'
import { makeSomeone, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, refusal, startApi } from '../../../test/harness.ts'

let api: Api
let tenant: Tenant
let aicha: Someone
let jonas: Someone
beforeAll(async () => {
  api = await startApi()
  tenant = await makeTenant(api)
  aicha = await makeSomeone(api, tenant, 'Aicha')
  jonas = await makeSomeone(api, tenant, 'Jonas')
})
afterAll(() => api.stop())

const picture = (colour: string, width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()

function listed(folder: 'uploads' | 'evidence'): string[] {
  const path = join(api.config.filesDir, folder, tenant.organizationId)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((f) => (f.isFile() ? [f.name] : []))
}

test('a photograph is stored turned, without place and time, under the digest of what is stored', async () => {
  const sent = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#b4533c' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'Canary', DateTime: '2026:03:14 10:00:00', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 21/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const before = await sharp(sent).metadata()
  expect(before.exif?.toString('latin1')).toContain('Canary')
  const file = await storedFile(api, aicha, 'Photo.JPG', sent)
  expect(file).toMatchObject({ name: 'Photo.jpg', mediaType: 'image/jpeg', kind: 'image', width: 40, height: 60 })
  const served = Buffer.from(await (await fetchFile(api, aicha, `/files/${file.id}`)).arrayBuffer())
  const after = await sharp(served).metadata()
  expect([after.width, after.height, after.exif, after.xmp, after.iptc, after.orientation]).toEqual([
    40,
    60,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  const digest = createHash('sha256').update(served).digest('hex')
  const path = join(api.config.filesDir, 'evidence', tenant.organizationId, digest.slice(0, 2), digest)
  expect(await readFile(path)).toEqual(served)
  // Nowhere on the disk is a byte of where it was.
  const stored = readdirSync(api.config.filesDir, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
  for (const f of stored) expect((await readFile(join(f.parentPath, f.name))).includes('Canary'), f.name).toBe(false)
  expect(listed('uploads')).toEqual([])
})

test('every kind that may be shown, told by its content', async () => {
  const rgb = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
  const word = container([{ name: '[Content_Types].xml' }, { name: 'word/document.xml', content: 'x' }])
  const text = container([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content: 'x' },
  ])
  const message = Buffer.alloc(2048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(message)
  Buffer.from('__properties_version1.0', 'utf16le').copy(message, 1024)
  const mail =
    'Received: from a\r\n by b\r\nFrom: a@b.example\r\nSubject: Order\r\nDate: Sat, 14 Mar 2026 10:00:00 +0100\r\n\r\nHello <b>you</b>'
  const files: [string, Uint8Array | string, string][] = [
    ['a.png', await rgb.clone().png().toBuffer(), 'image/png'],
    ['a.webp', await rgb.clone().webp().toBuffer(), 'image/webp'],
    ['a.avif', await rgb.clone().avif().toBuffer(), 'image/avif'],
    ['a.gif', await rgb.clone().gif().toBuffer(), 'image/gif'],
    ['a.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< >>\nendobj\n', 'application/pdf'],
    ['a.eml', mail, 'message/rfc822'],
    ['a.msg', message, 'application/vnd.ms-outlook'],
    ['a.docx', word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.odt', text, 'application/vnd.oasis.opendocument.text'],
    ['no extension', await rgb.clone().jpeg().toBuffer(), 'image/jpeg'],
  ]
  for (const [name, content, mediaType] of files) expect((await storedFile(api, aicha, name, content)).mediaType, name).toBe(mediaType)
})

test('what is refused says why, and leaves nothing', async () => {
  const jpeg = await picture('#123456')
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic'),
    Buffer.alloc(4),
    Buffer.from('mif1heic'),
    Buffer.alloc(64),
  ])
  const old = Buffer.alloc(2048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(old)
  const office = (more: { name: string; claims?: number }[]) =>
    container([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }, ...more])
  const wide = await sharp({ create: { width: 10_001, height: 10_001, channels: 3, background: 'red' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const bad: [string, Uint8Array | string, string][] = [
    ['page.png', '<!doctype html><script>alert(1)</script>', 'file-not-shown'],
    ['page.eml', '<html><body>From: a\nTo: b\nSubject: c', 'file-not-shown'],
    ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'file-not-shown'],
    ['drawing.png', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'file-not-shown'],
    ['page.html', 'x', 'file-not-shown'],
    ['photo.jpg', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'file-not-shown'],
    ['report.pdf', jpeg, 'file-disguised'],
    ['mail.msg', jpeg, 'file-disguised'],
    ['IMG_1.jpg', heic, 'file-is-heic'],
    ['IMG_1.HEIC', heic, 'file-is-heic'],
    ['sheet.docx', old, 'file-is-old-office'],
    ['empty.png', '', 'file-has-nothing'],
    ['cut.jpg', jpeg.subarray(0, jpeg.length - 200), 'file-damaged'],
    ['wide.png', wide, 'file-too-many-pixels'],
    ['bomb.docx', office([{ name: 'word/media/a.bin', claims: 4_000_000_000 }]), 'file-dangerous'],
    ['macro.docx', office([{ name: 'word/vbaProject.bin' }]), 'file-dangerous'],
    ['archive.docx', container([{ name: 'a.txt', content: 'x' }]), 'file-not-shown'],
    ['broken.docx', office([]).subarray(0, 100), 'file-damaged'],
  ]
  const kept = listed('evidence').sort()
  for (const [name, content, code] of bad) expect((await uploadEvidence(api, jonas, name, content)).refusal, name).toBe(code)
  expect((await begin(api, jonas, { id: randomUUID(), name: 'a.pdf', size: 26 * 1024 ** 2 })).refusals[0]).toMatchObject({
    code: 'file-too-large',
    params: { megabytes: 25 },
  })
  expect(listed('evidence').sort()).toEqual(kept)
  expect(listed('uploads')).toEqual([])
  const rows = await read(api.db, tenant.organizationId, (tx) =>
    tx.one<{ n: string }>(sql`SELECT count(*) AS n FROM file_upload WHERE person_id = ${jonas.personId}::uuid`),
  )
  expect(rows?.n).toBe('0')
})

test('a broken line: what was acknowledged is there, and it goes on from where it stopped', async () => {
  const bytes = Uint8Array.from(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2 * fileLimits.part, 32)]))
  const id = randomUUID()
  const file = { id, name: 'long.pdf', size: bytes.length }
  const send = (who: Someone, at: number, to: number) =>
    tus(api, who, 'PATCH', id, { headers: { 'upload-offset': String(at) }, body: bytes.subarray(at, to) })
  expect((await begin(api, aicha, file)).headers.get('location')).toBe(`/api/o/${tenant.slug}/files/uploads/${id}`)
  expect((await send(aicha, 0, fileLimits.part)).headers.get('upload-offset')).toBe(String(fileLimits.part))
  expect((await send(aicha, 0, fileLimits.part)).status).toBe(409)
  expect((await send(aicha, fileLimits.part + 5, fileLimits.part + 9)).status).toBe(409)
  // The answer was lost, or the page was loaded again: begun once more it is the same.
  expect((await begin(api, aicha, file)).headers.get('upload-offset')).toBe(String(fileLimits.part))
  expect((await tus(api, aicha, 'HEAD', id)).headers.get('upload-offset')).toBe(String(fileLimits.part))
  // Nobody else goes on with it, sees it or ends it.
  for (const sent of [await send(jonas, fileLimits.part, bytes.length), await tus(api, jonas, 'HEAD', id)]) expect(sent.status).toBe(404)
  expect((await begin(api, jonas, file)).status).toBe(409)
  expect(await refusal(jonas.call.files.finish.mutate({ id }))).toBe('not-found')
  expect(await refusal(aicha.call.files.finish.mutate({ id }))).toBe('conflict')
  // The session ended in the middle: nothing is taken, nothing is lost.
  expect((await send({ ...aicha, cookie: '' }, fileLimits.part, bytes.length)).status).toBe(401)
  await send(aicha, fileLimits.part, 2 * fileLimits.part)
  await send(aicha, 2 * fileLimits.part, bytes.length)
  const [one, two] = await Promise.all([aicha.call.files.finish.mutate({ id }), aicha.call.files.finish.mutate({ id })])
  expect(one).toEqual(two)
  expect(await aicha.call.files.finish.mutate({ id })).toEqual(one)
  expect(new Uint8Array(await (await fetchFile(api, aicha, `/files/${one.id}`)).arrayBuffer())).toEqual(bytes)
})

test('the same bytes from the same person are one; from two people one on the disk', async () => {
  const bytes = await picture('#00aa11')
  const first = await storedFile(api, aicha, 'one.jpg', bytes)
  const count = listed('evidence').length
  expect(await storedFile(api, aicha, 'two.jpg', bytes)).toEqual(first)
  expect((await storedFile(api, jonas, 'three.jpg', bytes)).id).not.toBe(first.id)
  expect(listed('evidence')).toHaveLength(count)
  expect((await fetchFile(api, jonas, `/files/${first.id}`)).status).toBe(404)
})

test('room is counted per person, on its way included', async () => {
  const greedy = await makeSomeone(api, tenant, 'Greedy')
  const open = Array.from({ length: fileLimits.uploads }, () => begin(api, greedy, { id: randomUUID(), name: 'a.pdf', size: 5 }))
  expect((await Promise.all(open)).map(({ status }) => status)).toEqual(open.map(() => 201))
  expect((await begin(api, greedy, { id: randomUUID(), name: 'a.pdf', size: 5 })).refusals[0]?.code).toBe('files-full')
  expect((await begin(api, jonas, { id: randomUUID(), name: 'a.pdf', size: 5 })).status).toBe(201)
})
