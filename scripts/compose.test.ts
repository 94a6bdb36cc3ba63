import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

type Service = {
  image?: string
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  depends_on?: Record<string, { condition: string }>
}
type Compose = { services: Record<'postgres' | 'migrate' | 'app' | 'mailpit', Service>; volumes: Record<string, null> }

const compose = parse(read('docker-compose.yml')) as Compose
// Formats of Docker's own, which only its program knows; the shapes are checked all the same.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
// Its `$schema` names draft 7 by an address that the library does not know it under.
const { $schema: _, ...schema } = JSON.parse(read('scripts/schemas/compose-spec.json')) as { $schema: string }
const validate = ajv.compile(schema)

describe('docker-compose.yml', () => {
  test('is what the compose specification describes', () => {
    validate(compose)
    expect(validate.errors).toBeNull()
  })

  test.each([
    ['an unknown key', { services: { app: { image: 'oeuvre', comand: 'node' } } }],
    ['a port that is none', { services: { app: { image: 'oeuvre', ports: [{ target: {} }] } } }],
    ['a condition that does not exist', { services: { app: { depends_on: { migrate: { condition: 'service_done' } } } } }],
  ])('the schema refuses %s', (_, wrong) => {
    expect(validate(wrong)).toBe(false)
  })

  test('PostgreSQL 18, migrated by its owner before the server starts as another role', () => {
    const { postgres, migrate, app } = compose.services
    expect(postgres.image).toMatch(/^postgres:18(\.|$)/)
    expect(migrate.depends_on).toEqual({ postgres: { condition: 'service_healthy' } })
    expect(app.depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } })
    expect(migrate.environment?.DATABASE_OWNER_URL).toMatch(/^postgresql:\/\/oeuvre_owner:/)
    expect(app.environment?.DATABASE_URL).toMatch(/^postgresql:\/\/oeuvre_app:/)
    expect(app.environment).not.toHaveProperty('DATABASE_OWNER_URL')
  })

  test('no demonstration, no password in the file, nothing open beyond this machine unless asked', () => {
    for (const { environment = {}, ports = [] } of Object.values(compose.services)) {
      expect(environment).not.toHaveProperty('DEMO')
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|SECRET|_URL$/.test(name) && !['BASE_URL', 'SMTP_URL'].includes(name)) expect(value).toMatch(/\$\{\w+(:\?[^}]+|:-)?\}/)
      expect(environment.SMTP_URL ?? '').not.toMatch(/@/)
      for (const port of ports) expect(port).toMatch(/127\.0\.0\.1:/)
    }
  })

  test('what must survive is in a volume that exists', () => {
    const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) =>
      volumes.filter((v) => !v.startsWith('./')).map((v) => v.split(':')[0]),
    )
    expect(mounted.sort()).toEqual(Object.keys(compose.volumes).sort())
  })
})

describe('Dockerfile', () => {
  const final =
    read('Dockerfile')
      .split(/^FROM /m)
      .at(-1) ?? ''

  test('the server runs directly, as somebody without rights, and is looked after', () => {
    expect(final).toMatch(/^node:24/)
    expect(final).toMatch(/^USER node$/m)
    expect(final).toMatch(/^HEALTHCHECK /m)
    expect(final).toMatch(/^CMD \["node", .*"apps\/api\/dist\/main\.mjs"\]$/m)
    expect(final).not.toMatch(/DEMO/)
  })
})
