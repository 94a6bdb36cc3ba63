import { describe, expect, test } from 'vitest'
import { naughtyStrings } from '../../test/shared-data.ts'
import { refusalsOfIssues } from '../errors/refusals.ts'
import { DeclineInput, RequestChangesInput } from './review/schema.ts'
import { OutcomeDraft, type OutcomeDraftInput } from './schema.ts'

const id = '0198f2a0-0000-7000-8000-000000000001'

function refusals(draft: OutcomeDraftInput) {
  const parsed = OutcomeDraft.safeParse(draft)
  return parsed.success ? [] : refusalsOfIssues(parsed.error.issues)
}

describe('the draft as the form holds it', () => {
  test('an id is enough', () => {
    expect(OutcomeDraft.parse({ id })).toMatchObject({
      id,
      title: '',
      contributors: [],
      channels: [],
      story: { situation: '', action: '', result: '' },
    })
  })

  test('refusals stand beside their field', () => {
    expect(
      refusals({
        id,
        title: 'a\0b',
        occurredOn: '2026-02-29',
        story: { situation: 'x'.repeat(1_000_000) },
        evidence: [{ id, url: 'javascript:alert(1)' }],
        contributors: [{ personId: id, role: 'lead', weight: 10_001 }],
      }),
    ).toEqual([
      { code: 'text-unstorable', field: 'title' },
      { code: 'date-invalid', field: 'occurredOn' },
      { code: 'invalid-input', field: 'contributors.0.weight' },
      { code: 'address-invalid', field: 'evidence.0.url' },
      { code: 'text-too-long', field: 'story.situation', params: { max: 20_000 } },
    ])
  })

  test.each(['https://www.linkedin.com/posts/rosalind-okafor_7318', 'http://intranet/page?x=1#y', 'https://münchen.example/ä'])(
    '%s is evidence',
    (address) => expect(refusals({ id, evidence: [{ id, url: address }] })).toEqual([]),
  )

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'https://user:secret@example.org/',
    'https://',
    ' https://example.org',
    'https://a b',
  ])('%s is not', (address) =>
    expect(refusals({ id, evidence: [{ id, url: address }] })).toEqual([{ code: 'address-invalid', field: 'evidence.0.url' }]),
  )

  test('every naughty string survives every text field', ({ skip }) => {
    const strings = naughtyStrings()
    if (!strings) return skip()
    for (const text of strings) {
      const draft = { id, title: text, subject: text, externalId: text, story: { situation: text, action: text, result: text } }
      expect(OutcomeDraft.parse(draft)).toMatchObject(draft)
    }
  })
})

describe('decisions', () => {
  test('need words that can be read', () => {
    const parsed = RequestChangesInput.safeParse({ reasonId: id, ids: [{ id, version: 1 }], words: ' \n' })
    expect(parsed.success ? [] : refusalsOfIssues(parsed.error.issues)).toEqual([{ code: 'words-required', field: 'words' }])
    expect(DeclineInput.safeParse({ ids: [{ id, version: 1 }], words: 'déjà compté', reasonId: id }).success).toBe(true)
  })

  test('are taken on a set that is not empty', () => {
    expect(RequestChangesInput.safeParse({ ids: [], words: 'x' }).success).toBe(false)
  })
})
