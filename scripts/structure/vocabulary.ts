import { type Slices, sliceNames } from './slices.ts'
import { isCode, isTest, type Problem, type SourceFile } from './source-files.ts'

const domain = 'packages/domain/src'
const modules = 'apps/api/src/modules'
const features = 'apps/web/src/features'
const models = 'prisma/models'
/** Folders of a module whose files are one use case or one question each: at least a verb and a noun. */
const useCase = /^[a-z0-9]+(-[a-z0-9]+)+(\.sql)?\.ts$/
const part = /^[a-z]+(-[a-z]+)*$/

type Rule = (parts: readonly string[], slices: Slices) => string | null

const list = (words: readonly string[]) => words.join(', ')

function checkDomain(parts: readonly string[], slices: Slices): string | null {
  const [slice = '', ...rest] = parts
  if (rest.length === 0) return 'stands beside the slices: put it into one of them'
  if (slices.shared.includes(slice)) return rest.length > 1 ? 'a shared folder of the domain has no folders' : null
  if (!sliceNames(slices).includes(slice)) return `"${slice}" is no slice (scripts/slices.json)`
  if (rest.length > 2) return 'a part of a slice has no further folders'
  const file = rest.at(-1) ?? ''
  if (rest.length === 2 && !part.test(rest[0] ?? '')) return `"${rest[0]}" is no name of a part`
  if (isTest(file)) return null
  return slices.domain.some((word) => file === `${word}.ts`)
    ? null
    : `a slice of the domain has ${list(slices.domain)} and tests, no "${file}"`
}

function checkModule(parts: readonly string[], slices: Slices): string | null {
  const [slice = '', ...rest] = parts
  if (rest.length === 0) return 'stands beside the slices: put it into one of them'
  if (!sliceNames(slices).includes(slice)) return `"${slice}" is no slice (scripts/slices.json)`
  const [first = '', file = '', ...deeper] = rest
  if (rest.length === 1) {
    if (isTest(first)) return null
    return slices.api.files.some((word) => first === `${word}.ts`)
      ? null
      : `a module has ${list(slices.api.files)}, the folders ${list(slices.api.folders)} and tests, no "${first}"`
  }
  if (!slices.api.folders.includes(first)) return `a module has the folders ${list(slices.api.folders)}, no "${first}"`
  if (deeper.length > 0) return `"${first}" has no folders`
  if (isTest(file) || useCase.test(file)) return null
  return `"${file}" in ${first} is named <verb>-<noun>.ts, its set writes <verb>-<noun>.sql.ts`
}

function checkFeature(parts: readonly string[], slices: Slices): string | null {
  const [slice = '', folder = '', ...rest] = parts
  if (parts.length === 1) return 'stands beside the slices: put it into one of them'
  if (!sliceNames(slices).includes(slice)) return `"${slice}" is no slice (scripts/slices.json)`
  if (!slices.web.folders.includes(folder) || rest.length === 0)
    return `a feature has the folders ${list(slices.web.folders)}, no "${folder}"`
  return null
}

function checkModel(parts: readonly string[], slices: Slices): string | null {
  const [file = '', ...deeper] = parts
  const isSlice = deeper.length === 0 && sliceNames(slices).some((slice) => file === `${slice}.prisma`)
  return isSlice ? null : `"${parts.join('/')}" is no <slice>.prisma (scripts/slices.json)`
}

function checkPlace(place: Slices['places'][string], parts: readonly string[]): string | null {
  const [first = ''] = parts
  if (parts.length > 1) return place.folders.includes(first) ? null : `has the folders ${list(place.folders)}, no "${first}"`
  if (!isCode(first) || isTest(first)) return null
  return place.files.includes(first) ? null : `has the files ${list(place.files)}, no "${first}"`
}

const areas: readonly (readonly [string, Rule])[] = [
  [domain, checkDomain],
  [modules, checkModule],
  [features, checkFeature],
  [models, checkModel],
]

/** Architecture.md's "files of a slice": each file of a slice has a name of the closed vocabulary. */
export function checkVocabulary(files: readonly SourceFile[], slices: Slices): Problem[] {
  const problems: Problem[] = []
  const report = (path: string, message: string | null) => {
    if (message) problems.push({ rule: 'vocabulary', path, message })
  }
  for (const { path } of files) {
    for (const [folder, rule] of areas)
      if (path.startsWith(`${folder}/`)) report(path, rule(path.slice(folder.length + 1).split('/'), slices))
    for (const [folder, place] of Object.entries(slices.places))
      if (path.startsWith(`${folder}/`)) report(path, checkPlace(place, path.slice(folder.length + 1).split('/')))
  }
  return problems
}

/** A rule that sees nothing says "fine": each folder that the rules speak about must hold files. */
export function checkSeen(files: readonly SourceFile[], expected: readonly string[]): Problem[] {
  return expected
    .filter((folder) => !files.some(({ path }) => path.startsWith(`${folder}/`)))
    .map((folder) => ({ rule: 'seen', path: folder, message: 'no file was seen here: has it moved? The check would say nothing' }))
}
