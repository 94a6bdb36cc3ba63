import { expect, test } from 'vitest'
import { blankForm } from './log-form.ts'
import { mergeForms } from './merge-forms.ts'

const blank = blankForm({
  id: '019a7000-0000-7000-8000-000000000001',
  person: { id: '019a7000-0000-7000-8000-0000000000aa', name: 'Inès Gharbi' },
  currency: 'EUR',
  decimalMark: ',',
})
const link = (id: string, label = '') => ({ id, url: `https://example.com/${id}`, label })

test('what one side changed alone is taken; what both changed is to be chosen', () => {
  const mine = { ...blank, title: 'Harland asks', subject: 'Harland' }
  const theirs = { ...blank, title: 'Harland orders', story: { ...blank.story, result: 'An order.' } }
  const merged = mergeForms({ base: blank, mine, theirs })
  expect(merged).toMatchObject({ taken: ['result'], clashes: ['title'] })
  expect(merged.form).toMatchObject({ title: 'Harland asks', subject: 'Harland', story: { result: 'An order.' } })
})

test('evidence of both sides comes together: added by either, taken away by either, the caption typed here', () => {
  const base = { ...blank, evidence: [link('a'), link('b'), link('c')] }
  const mine = { ...base, evidence: [link('b'), link('c', 'mine'), link('d')] }
  const theirs = { ...base, evidence: [link('a'), link('c', 'theirs'), link('e')] }
  const merged = mergeForms({ base, mine, theirs })
  expect(merged.form.evidence.map(({ id, label }) => id + label)).toEqual(['cmine', 'd', 'e'])
  expect(merged).toMatchObject({ taken: ['evidence'], clashes: [] })
})
