// The house rules that no linter knows: names, places, sizes, words. `node scripts/check-structure.ts`
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkBarrels, checkNames } from './structure/names.ts'
import { checkSizes, type SizeExceptions } from './structure/sizes.ts'
import { readSlices, type Slices } from './structure/slices.ts'
import { listSourceFiles, type Problem } from './structure/source-files.ts'
import { checkSeen, checkVocabulary } from './structure/vocabulary.ts'
import { checkFormatting, checkFrenchCatalogue } from './structure/words.ts'

const folders = ['apps', 'packages', 'prisma', 'e2e', 'bench', 'scripts']
/** Every folder that a rule speaks about. */
const expected = ['packages/domain/src']

export type StructureReport = { readonly problems: readonly Problem[]; readonly files: number; readonly messages: number }

/** What is asked of a tree: its slices, the folders that must hold files, and the files that may be longer. */
export type StructureRules = { readonly slices: Slices; readonly expected: readonly string[]; readonly exceptions: SizeExceptions }

export async function checkStructure(root: string, rules: StructureRules): Promise<StructureReport> {
  const files = listSourceFiles(root, folders)
  const french = await checkFrenchCatalogue(root)
  const problems = [
    ...checkSeen(files, rules.expected),
    ...checkNames(files),
    ...checkBarrels(files),
    ...checkVocabulary(files, rules.slices),
    ...checkSizes(files, rules.exceptions),
    ...checkFormatting(files),
    ...french.problems,
  ]
  return { problems, files: files.length, messages: french.messages }
}

export function readRules(root: string): StructureRules {
  const exceptions = JSON.parse(readFileSync(join(root, 'scripts/size-exceptions.json'), 'utf8')) as SizeExceptions
  return { slices: readSlices(root), expected, exceptions }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const report = await checkStructure(root, readRules(root))
  for (const { rule, path, message } of report.problems) console.error(`${path}: ${message} [${rule}]`)
  console.log(`${report.problems.length} problems in ${report.files} files and ${report.messages} French messages`)
  if (report.problems.length > 0) process.exitCode = 1
}
