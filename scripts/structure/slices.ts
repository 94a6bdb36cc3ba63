import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Place = { readonly files: readonly string[]; readonly folders: readonly string[] }

/** scripts/slices.json: the slices in their tiers and the closed vocabulary of their files. */
export type Slices = {
  readonly tiers: readonly (readonly string[])[]
  /** Folders of the domain that belong to no slice and know none. */
  readonly shared: readonly string[]
  /** File names of a slice in the domain, at its top or in one folder per part of it. */
  readonly domain: readonly string[]
  readonly api: Place
  readonly web: { readonly folders: readonly string[] }
  /** What may stand at the top of a source folder that is made of slices. */
  readonly places: Readonly<Record<string, Place>>
}

export function readSlices(root: string): Slices {
  return JSON.parse(readFileSync(join(root, 'scripts/slices.json'), 'utf8')) as Slices
}

export function sliceNames(slices: Slices): readonly string[] {
  return slices.tiers.flat()
}
