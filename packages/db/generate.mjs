// `prisma generate` without the `prisma` CLI (no 300 MB, no engine download): the same in-process generator.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
const { getGenerators, loadSchemaContext, enginesVersion } = require('@prisma/internals')
const { PrismaClientTsGenerator } = require('@prisma/client-generator-ts')
const here = dirname(fileURLToPath(import.meta.url))
const schemaContext = await loadSchemaContext({
  schemaPath: { cliProvidedPath: join(here, '../../prisma') },
  schemaPathFromArg: join(here, '../../prisma'),
})
const generators = await getGenerators({
  schemaContext,
  registry: { 'prisma-client': { type: 'in-process', generator: new PrismaClientTsGenerator() } },
  version: enginesVersion,
  skipDownload: true,
  cliCommand: 'generate',
})
for (const g of generators) {
  await g.generate()
  g.stop()
  console.log('generated', g.getProvider(), '->', g.options?.generator.output?.value)
}
