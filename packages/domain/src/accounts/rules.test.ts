import { describe, expect, test } from 'vitest'
import { checkConsent, readRegistration, stateOf } from './rules.ts'
import { ChangeConsent, consentTextVersion, RegisterAccount } from './schema.ts'

const input = {
  id: '0199c3a0-0000-7000-8000-000000000001',
  address: 'https://x.com/jane',
  purpose: 'work',
  visibility: 'me',
  consent: { accepted: true, textVersion: consentTextVersion },
} as const

describe('registering', () => {
  test('has no place for somebody else', () => {
    const parsed = RegisterAccount.parse({ ...input, personId: input.id, ownerId: input.id, userId: input.id })
    expect(Object.keys(parsed).sort()).toEqual(['address', 'consent', 'id', 'purpose', 'visibility'])
  })
  test('asks for consent', () => {
    const refused = RegisterAccount.safeParse({ ...input, consent: { accepted: false, textVersion: consentTextVersion } })
    expect(refused.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([['consent.accepted', 'consent-needed']])
    expect(ChangeConsent.safeParse({ ...input, version: 1, consent: { accepted: false, textVersion: consentTextVersion } }).success).toBe(
      false,
    )
    expect(RegisterAccount.safeParse({ ...input, consent: undefined }).success).toBe(false)
  })
  test('asks again when the text has changed', () => {
    expect(checkConsent({ textVersion: consentTextVersion })).toEqual([])
    expect(checkConsent({ textVersion: '2025-01' })).toEqual([{ code: 'consent-text-changed', field: 'consent.textVersion' }])
  })
  test('puts each refusal beside its field', () => {
    const { refusals } = readRegistration({ ...input, address: 'jane', consent: { accepted: true, textVersion: 'old' } })
    expect(refusals.map(({ code, field }) => [code, field])).toEqual([
      ['platform-needed', 'address'],
      ['consent-text-changed', 'consent.textVersion'],
    ])
    expect(readRegistration(input).account?.key).toBe('x:profile:jane')
  })
})

test('the state of an account', () => {
  const at = new Date(0)
  expect(stateOf({ withdrawnAt: null, erasedAt: null })).toBe('registered')
  expect(stateOf({ withdrawnAt: at, erasedAt: null })).toBe('withdrawn')
  expect(stateOf({ withdrawnAt: at, erasedAt: at })).toBe('erased')
})
