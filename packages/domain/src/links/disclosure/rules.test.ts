import { expect, test } from 'vitest'
import { disclosureLine, disclosureRules, languageName, likelyCountry } from './rules.ts'
import { disclosureCountries } from './schema.ts'

test('each country has a rule with its source, and a line in plain words for each of its languages', () => {
  for (const country of disclosureCountries) {
    const { languages, asksForAdvertisingWord, source } = disclosureRules[country]
    expect(source, country).toMatch(/\w{3}/)
    expect(languages.length, country).toBeGreaterThan(0)
    for (const language of languages) {
      const line = disclosureLine(country, language, 'Atelier Valmont')
      expect(line, country).toMatch(/Atelier Valmont\.$/)
      expect(line.includes(' – '), country).toBe(asksForAdvertisingWord)
      expect(line, 'neither a hashtag nor an address').not.toMatch(/[#@/]/)
      expect(languageName(language)).not.toBe('')
    }
  }
  expect(disclosureLine('DE', 'de', 'Valmont')).toBe('Werbung – Ich arbeite bei Valmont.')
  expect(['Europe/Paris', 'America/Denver', 'America/Bogota', 'Australia/Perth', 'Europe/Riga'].map(likelyCountry)).toEqual([
    'FR',
    'US',
    'US',
    'AU',
    'eu',
  ])
})
