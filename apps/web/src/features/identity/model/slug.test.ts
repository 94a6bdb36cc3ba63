import { expect, test } from 'vitest'
import { slugOf } from './slug.ts'

test.each([
  ['Atelier Valmont & Fils', 'atelier-valmont-fils'],
  ['Chaudronnerie de l’Œuvre', 'chaudronnerie-de-l-oeuvre'],
  ['  Élan  ', 'elan'],
  ['株式会社', ''],
  [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
])('%s → %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
