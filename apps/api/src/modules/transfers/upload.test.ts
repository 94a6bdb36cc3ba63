import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSomeone, makeTenant, type Tenant } from '../../../test/factories.ts'
import { type Api, refusal, refusals, startApi } from '../../../test/harness.ts'
import { upload } from '../../../test/uploads.ts'

let api: Api
let tenant: Tenant
beforeAll(async () => {
  api = await startApi()
  tenant = await makeTenant(api)
})
afterAll(() => api.stop())

const send = (content: Uint8Array | string, kind: 'deals' | 'people' = 'deals') => upload(api, tenant.administrator, kind, content)
const call = () => tenant.administrator.call.transfers
const keptFiles = () => {
  try {
    return readdirSync(join(api.config.filesDir, 'imports', tenant.organizationId)).length
  } catch {
    return 0
  }
}

const deals =
  'Deal ID;Client;Stage;Closed;Amount;Owner\nD-1;Café Noir;Gagné;03/04/2024;1.234;Ada Admin\nD-2;Zoé;Perdu;05/06/2024;2.500;Ada Admin\n'

describe('a file goes up', () => {
  test('and is recognised, profiled and mapped; what can be read two ways is asked about', async () => {
    const { id, status } = await send(iconv.encode(deals, 'windows-1252'))
    expect(status).toBe(200)
    const found = await call().get.query({ id })
    expect(found).toMatchObject({ kind: 'deals', state: 'ready', rowsTotal: 2, by: { name: 'Ada Admin' }, counts: null, canUndo: false })
    expect(found.reading?.dialect).toMatchObject({ encoding: 'windows-1252', delimiter: ';' })
    expect(found.mapping?.columns.map(({ field }) => field)).toEqual(['externalId', 'subject', 'stage', 'closedOn', 'value', 'lead'])
    expect(found.gaps.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'mapping-incomplete constants.currency',
      'date-ambiguous columns.3.dateOrder',
      'amount-ambiguous columns.4.decimal',
    ])
    expect(await refusal(call().check.mutate({ id, version: found.version }))).toBe('mapping-incomplete')
    expect((await call().list.query()).imports[0]).toMatchObject({ id, fileName: 'file.csv' })
  })

  test('another reading shows its first rows at once, and then becomes the reading', async () => {
    const { id } = await send('a,b;c\n1,2;3\n4,5;6\n')
    const { reading, version } = await call().get.query({ id })
    const dialect = { ...reading!.dialect, delimiter: ',' as const }
    const preview = await call().preview.query({ id, dialect })
    expect(preview).toMatchObject({ columns: ['a', 'b;c'], rows: [{ number: 1, line: 2, cells: ['1', '2;3'] }, { cells: ['4', '5;6'] }] })
    await call().changeReading.mutate({ id, version, dialect })
    const changed = await call().get.query({ id })
    expect(changed.reading?.columns.map(({ header }) => header)).toEqual(['a', 'b;c'])
    expect(await refusal(call().changeReading.mutate({ id, version, dialect }))).toBe('state-changed')
  })

  test('a mapping is kept when it fits the file and names types that exist', async () => {
    const { id } = await send(deals)
    const { mapping, version } = await call().get.query({ id })
    if (mapping?.kind !== 'deals') throw new Error('mapping')
    const complete = {
      ...mapping,
      constants: { ...mapping.constants, currency: 'EUR' },
      columns: mapping.columns.map((column) => ({ ...column, dateOrder: 'dmy' as const, decimal: 'comma' as const })),
    }
    await call().saveMapping.mutate({ id, version, mapping: complete })
    expect((await call().get.query({ id })).gaps).toEqual([])
    const now = (await call().get.query({ id })).version
    const strange = {
      ...complete,
      constants: { ...complete.constants, stage: { kind: 'outcome' as const, typeId: tenant.organizationId } },
    }
    expect(await refusal(call().saveMapping.mutate({ id, version: now, mapping: strange }))).toBe('unknown-type')
    const short = { ...complete, columns: complete.columns.slice(1) }
    expect(await refusals(call().saveMapping.mutate({ id, version: now, mapping: short }))).toEqual([
      { code: 'invalid-input', field: 'mapping.columns' },
    ])
  })
})

describe('a file that cannot be taken is refused beside its field, and nothing of it is kept', () => {
  const wide = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')
  test.each([
    ['a workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]), 'file-not-csv'],
    ['a workbook of today', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(2000)]), 'file-not-csv'],
    ['a web page', '<!doctype html><html></html>', 'file-not-csv'],
    ['nothing', '', 'file-empty'],
    ['a header without rows', 'id,name\n', 'file-empty'],
    ['10,000 columns', `${wide}\n${wide}\n`, 'file-too-many-columns'],
    ['a broken encoding', Buffer.concat([Buffer.from('é,è\nà,ù\n'), Buffer.from([0xc3, 0x2c, 10])]), 'file-encoding-broken'],
    ['a quote that never closes', 'id,name\n1,"x\n', 'file-quotes-broken'],
  ])('%s', async (_, content, code) => {
    const [files, imports] = [keptFiles(), (await call().list.query()).imports.length]
    const refused = await send(content)
    expect([refused.status, refused.refusals[0]?.code, refused.refusals[0]?.field]).toEqual([400, code, 'file'])
    expect([keptFiles(), (await call().list.query()).imports.length]).toEqual([files, imports])
  })

  test('no file at all', async () => {
    const form = new FormData()
    const response = await fetch(`${api.url}/api/o/${tenant.slug}/imports?kind=deals`, {
      method: 'POST',
      headers: { cookie: tenant.administrator.cookie, origin: api.config.baseUrl },
      body: form,
    })
    expect([response.status, await response.json()]).toMatchObject([400, { refusals: [{ code: 'required', field: 'file' }] }])
  })

  test('from an employee', async () => {
    const employee = await makeSomeone(api, tenant, 'Emil Employee')
    expect(await upload(api, employee, 'deals', deals)).toMatchObject({ status: 403, refusals: [{ code: 'forbidden' }] })
  })
})
