import { describe, expect, test } from 'vitest'
import type { Band } from '../shares/role.ts'
import { engrave } from './engrave.ts'
import { motifField, motifNames } from './motifs.ts'
import { hash, sequence } from './seed.ts'

const bands: Band[] = [
  { share: 45, role: 'lead' },
  { share: 25, role: 'support' },
  { share: 20, role: 'shadow' },
  { share: 10, role: 'coach' },
]
const wide = { width: 976, height: 376, step: 6 }
const card = { width: 476, height: 248, step: 5 }
const bytes = (paths: readonly string[]) => paths.reduce((sum, path) => sum + path.length, 0)

/** Every point of a path, in units of the viewBox. */
function points(path: string): [number, number][] {
  return path.split('z').flatMap((line) => {
    const numbers = Array.from(line.matchAll(/-?\d+/g), (match) => Number(match[0]))
    const found: [number, number][] = []
    let [x, y] = [0, 0]
    for (let index = 0; index + 1 < numbers.length; index += 2) {
      x = index === 0 ? numbers[0]! : x + numbers[index]!
      y = index === 0 ? numbers[1]! : y + numbers[index + 1]!
      found.push([x, y])
    }
    return found
  })
}

describe('engrave', () => {
  test('the same story gives the same picture', () => {
    expect(engrave({ id: 'a1', bands, ...card })).toEqual(engrave({ id: 'a1', bands, ...card }))
  })

  test('another story, or another split, gives another picture', () => {
    const first = engrave({ id: 'a1', bands, ...card }).paths
    expect(engrave({ id: 'a2', bands, ...card }).paths).not.toEqual(first)
    expect(engrave({ id: 'a1', bands: [...bands].reverse(), ...card }).paths).not.toEqual(first)
  })

  test('the picture of one id is fixed for good', () => {
    const { paths } = engrave({ id: '0199c9c4-7d1e-7000-8000-000000000001', bands, ...card })
    expect(hash(paths.join())).toBe(3651625094)
  })

  test.each(motifNames)('%s stays light: 48 kB across a page, 32 kB on a card', (motif) => {
    for (const id of ['a', 'b', 'c', 'd']) {
      expect(bytes(engrave({ id, bands, motif, ...wide }).paths)).toBeLessThan(48_000)
      expect(bytes(engrave({ id, bands, motif, ...card }).paths)).toBeLessThan(32_000)
    }
  })

  test('a blank page weighs next to nothing', () => {
    expect(bytes(engrave({ id: 'a', bands, motif: 'blank', ...wide }).paths)).toBeLessThan(16_000)
  })

  test('bands are as wide as their shares; nobody thanked without a share is drawn', () => {
    const { paths } = engrave({ id: 'a', bands: [...bands, { share: 0, role: 'coach' }], ...wide })
    expect(paths).toHaveLength(4)
    let left = 0
    for (const [index, band] of bands.entries()) {
      const right = left + (wide.width * band.share) / 100
      const xs = points(paths[index]!).map(([x]) => x / 4)
      // Lines have a width of their own: at most 0.22 + 0.4 × step to either side.
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(left - 2.7)
      expect(Math.max(...xs)).toBeLessThanOrEqual(right + 2.7)
      expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(right - left - 12)
      left = right
    }
  })

  test('a hundred contributors and a single one are drawn', () => {
    const crowd = Array.from({ length: 100 }, (): Band => ({ share: 1, role: 'support' }))
    expect(engrave({ id: 'a', bands: crowd, ...wide }).paths).toHaveLength(100)
    expect(engrave({ id: 'a', bands: [{ share: 1, role: 'lead' }], ...wide }).paths).toHaveLength(1)
    expect(engrave({ id: 'a', bands: [], ...wide }).paths).toEqual([])
  })
})

test.each(motifNames)('%s has light and dark in it, and stays between 0 and 1', (motif) => {
  for (const id of ['a', 'b', 'c', 'd', 'e']) {
    const field = motifField(motif, 976, 376, sequence(hash(id)))
    const tones: number[] = []
    for (let x = 0; x < 976; x += 8) for (let y = 0; y < 376; y += 8) tones.push(field(x, y))
    expect(Math.min(...tones)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...tones)).toBeLessThanOrEqual(1)
    expect(Math.max(...tones) - Math.min(...tones)).toBeGreaterThan(0.5)
    const mean = tones.reduce((sum, tone) => sum + tone, 0) / tones.length
    expect(mean).toBeGreaterThan(0.1)
    expect(mean).toBeLessThan(0.7)
  }
})
