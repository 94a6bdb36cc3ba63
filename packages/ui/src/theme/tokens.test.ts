import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, deltaE, lab, type Vision } from './colour-math.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const [lightCss, darkCss] = css.split('[data-mantine-color-scheme="dark"]') as [string, string]
const read = (part: string) => new Map(Array.from(part.matchAll(/--oe-([\w-]+):\s*(#[0-9A-Fa-f]{6})/g), (match) => [match[1]!, match[2]!]))
const light = read(lightCss)
const schemes = { light, dark: new Map([...light, ...read(darkCss)]) }
const pigments = [1, 2, 3, 4, 5, 6, 7, 8].map((index) => `c${index}`)

const texts: [ink: string, ground: string][] = [
  ...['paper', 'sunken', 'raised', 'hover', 'warn-wash', 'error-wash', 'ok-wash'].map((ground): [string, string] => ['ink', ground]),
  ...['paper', 'sunken', 'raised', 'warn-wash', 'error-wash', 'ok-wash'].map((ground): [string, string] => ['ink-2', ground]),
  ...['paper', 'sunken', 'raised', 'hover', 'warn-wash'].map((ground): [string, string] => ['ink-3', ground]),
  ...['accent', 'accent-hover', 'accent-active'].map((ground): [string, string] => ['on-accent', ground]),
  ...['draft', 'submitted', 'changes', 'verified', 'declined', 'reopened', 'withdrawn'].map((state): [string, string] => [
    `st-${state}`,
    'paper',
  ]),
  ...['submitted', 'changes', 'verified'].map((state): [string, string] => [`st-${state}`, 'sunken']),
  ['warn-ink', 'warn-wash'],
  ['warn-ink', 'paper'],
  ['warn-ink', 'sunken'],
  ['error-ink', 'error-wash'],
  ['error-ink', 'paper'],
  ['ok-ink', 'ok-wash'],
  ['ok-ink', 'paper'],
  ['ok-ink', 'sunken'],
  ['paper', 'ink'],
  ['paper', 'ink-2'],
]
const shapes = [...pigments, 'ink-4', 'accent', 'focus-color', 'e3', 'e4', 'e5', 's4', 's6'].map((name) => [name, 'paper'] as const)

describe.each(Object.entries(schemes))('%s', (_name, tokens) => {
  const color = (name: string) => {
    const value = tokens.get(name)
    if (!value) throw new Error(`no token --oe-${name}`)
    return value
  }

  test.each(texts)('text: %s on %s reaches 4.5', (ink, ground) => {
    expect(contrast(color(ink), color(ground))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapes)('shapes: %s on %s reaches 3', (shape, ground) => {
    expect(contrast(color(shape), color(ground))).toBeGreaterThanOrEqual(3)
  })

  test.each<[Vision, number]>([
    ['normal', 15],
    ['deutan', 11],
    ['protan', 11],
    ['tritan', 9],
  ])('pigments stay apart: %s', (vision, least) => {
    const seen = pigments.map((name) => lab(color(name), vision))
    const differences = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => deltaE(one, other)))
    expect(differences).toHaveLength(28)
    expect(Math.min(...differences)).toBeGreaterThanOrEqual(least)
  })

  test('neighbours in the order differ in lightness', () => {
    const lightness = pigments.map((name) => lab(color(name))[0])
    for (let index = 1; index < lightness.length; index++) {
      expect(Math.abs(lightness[index]! - lightness[index - 1]!)).toBeGreaterThanOrEqual(12)
    }
  })

  test('the accent is no pigment', () => {
    const nearest = Math.min(...pigments.map((name) => deltaE(lab(color(name)), lab(color('accent')))))
    expect(nearest).toBeGreaterThan(15)
  })
})

test('CIEDE2000 agrees with the published test data', () => {
  expect(deltaE([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(deltaE([50, 2.5, 0], [61, -5, 29])).toBeCloseTo(22.8977, 4)
  expect(deltaE([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619])).toBeCloseTo(2.0373, 4)
})

test('contrast of the extremes', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5)
})
