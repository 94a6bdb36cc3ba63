import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSecrets } from './secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oeuvre-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('secrets are made once, differ from each other and are for their owner alone', () => {
  const secrets = readSecrets(folder)
  expect(readSecrets(folder)).toEqual(secrets)
  expect(new Set(Object.values(secrets)).size).toBe(4)
  for (const secret of Object.values(secrets)) expect(secret.length).toBeGreaterThanOrEqual(43)
  if (process.platform !== 'win32') expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
})
