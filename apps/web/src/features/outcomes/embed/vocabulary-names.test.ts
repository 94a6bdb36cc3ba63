import { platforms } from '@oeuvre/domain/accounts/platforms/schema'
import { builtinChannels, builtinSkills, builtinTypes } from '@oeuvre/domain/organizations/rules'
import { expect, test } from 'vitest'
import { fr } from '../../../locales/fr.ts'
import { knownCodes } from './vocabulary-names.ts'

test('whatever an organization starts with has a name', () => {
  expect(builtinTypes.filter(({ code }) => !knownCodes.types.includes(code))).toEqual([])
  expect(builtinSkills.filter((code) => !knownCodes.skills.includes(code))).toEqual([])
  const named = new Set<string>([...knownCodes.channels, ...platforms])
  expect(builtinChannels.filter(({ code, platform }) => !named.has(platform ?? code))).toEqual([])
})

test('no word of the catalogue is left out', () => {
  for (const kind of ['types', 'channels', 'skills'] as const)
    expect([...knownCodes[kind]].sort()).toEqual(Object.keys(fr.outcomes[kind]).sort())
})
