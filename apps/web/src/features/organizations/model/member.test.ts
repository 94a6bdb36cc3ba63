import { accessCanOf } from '@oeuvre/domain/organizations/access/policy'
import type { AccessState } from '@oeuvre/domain/organizations/access/schema'
import { expect, test } from 'vitest'
import { isOnlyAdministrator, rolesAsShown, sayingOf } from './member.ts'

function memberOf(access: AccessState, isLastAdministrator: boolean) {
  const roles = isLastAdministrator ? (['administrator'] as const) : (['executive'] as const)
  return { access, roles, can: accessCanOf({ access, isHere: true, isLastAdministrator }) }
}

test('the only administrator is known by what cannot be done to them', () => {
  expect(isOnlyAdministrator(memberOf('active', true))).toBe(true)
  expect(isOnlyAdministrator(memberOf('active', false))).toBe(false)
  expect(isOnlyAdministrator(memberOf('ended', false))).toBe(false)
})

test('a change under way shows at once', () => {
  expect(rolesAsShown(['executive'], null)).toEqual(['executive'])
  expect(rolesAsShown(['executive'], { role: 'reviewer', isGiven: true })).toEqual(['executive', 'reviewer'])
  expect(rolesAsShown(['executive'], { role: 'executive', isGiven: true })).toEqual(['executive'])
  expect(rolesAsShown(['executive', 'reviewer'], { role: 'executive', isGiven: false })).toEqual(['reviewer'])
})

test('an invitation that lapsed is said as such', () => {
  const invitation = { id: '1', email: 'a@b.example', roles: [], createdAt: '', expiresAt: '', isExpired: true }
  expect(sayingOf({ access: 'invited', invitation })).toBe('invitedExpired')
  expect(sayingOf({ access: 'invited', invitation: { ...invitation, isExpired: false } })).toBe('invited')
  expect(sayingOf({ access: 'ended', invitation: null })).toBe('ended')
})
