import schema from '@jsonresume/schema/schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutClient } from '../portfolio/rules.ts'
import type { PortfolioStory } from '../portfolio/schema.ts'
import { markdownOf, type ResumeWords, resumeOf } from './rules.ts'

const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)

const words: ResumeWords = {
  ...{ heading: 'My work', period: 'Since the beginning', award: 'Recognition', former: 'former colleague', untitled: 'untitled' },
  type: (one) => one.type?.name ?? one.type?.code ?? 'Result',
  skill: (one) => one.name ?? one.code ?? '',
  part: (one) => `${one.role}, 1/2`,
  day: (day) => day,
  sections: { stories: 'Stories', skills: 'Skills', awards: 'Recognition', thanks: 'Thanks' },
  prompts: { situation: 'Situation', action: 'What was done', result: 'What came of it' },
  withWhom: (names) => `With ${names.join(', ')}`,
}
const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '# 1. *x*', '- a\n- b', '<script>', '[a](b)', 'Harland & Fils'))
const person = fc.record({ id: fc.uuid(), name: text })
const day = fc.constantFrom('2024-02-29', '2026-12-31')
const word = fc.record({ code: fc.constantFrom('selling', null), name: fc.option(text) })
const portfolio = fc.record({
  owner: fc.record({ id: fc.uuid(), name: text, title: fc.option(text), organization: text }),
  stories: fc.array(
    fc.record({
      ...{ id: fc.uuid(), title: text, type: fc.option(word.map((one) => ({ ...one, pigment: null }))), client: fc.option(text) },
      ...{
        on: fc.option(day),
        role: fc.constantFrom('lead' as const, 'shadow' as const),
        weights: fc.constant<PortfolioStory['weights']>([]),
        skill: fc.option(word),
      },
      ...{ story: fc.record({ situation: text, action: text, result: text }), colleagues: fc.array(text) },
    }),
  ),
  thanks: fc.array(fc.record({ id: fc.uuid(), writer: fc.option(person), text, story: text, on: day })),
  awards: fc.array(fc.record({ id: fc.uuid(), giver: fc.option(person), reason: text, on: day, team: fc.option(text) })),
})

test('whatever was typed, it is a résumé by the published schema, and a document with each story once', () => {
  fc.assert(
    fc.property(portfolio, (told) => {
      const resume = JSON.parse(JSON.stringify(resumeOf(told, words)))
      expect(validate(resume), JSON.stringify(validate.errors)).toBe(true)
      expect(resume.projects).toHaveLength(told.stories.length)
      const titles = markdownOf(told, words).match(/^### /gmu) ?? []
      expect(titles).toHaveLength(told.stories.length)
    }),
  )
  expect(validate({ basics: { name: 1 } })).toBe(false)
})

test('a client who is withheld stands nowhere, however it is cased or spaced; the rest of a text is untouched', () => {
  const name = fc.constantFrom('Harland & Fils', 'A+B (Lyon)', 'Régie d’eau')
  fc.assert(
    fc.property(name, fc.string(), fc.string(), fc.boolean(), (client, before, after, isUpper) => {
      const typed = isUpper ? client.toUpperCase() : client.replace(' ', '  ')
      expect(withoutClient(`${before} ${typed} ${after}`, client)).toBe(
        `${withoutClient(`${before} `, client)}[…]${withoutClient(` ${after}`, client)}`,
      )
    }),
  )
  expect(withoutClient('An ox', 'ox')).toBe('An ox')
})
