import { isPermitted, type Permission, permissions } from '@oeuvre/domain/organizations/policy'
import type { Role } from '@oeuvre/domain/organizations/schema'
import { expect, test } from 'vitest'
import { type Can, otherPlacesFor, phonePlacesFor, placesFor } from './navigation.ts'

function canOf(...roles: Role[]): Can {
  const names = Object.keys(permissions) as Permission[]
  return Object.fromEntries(names.map((name) => [name, isPermitted({ roles }, name)])) as Can
}

function labels(places: readonly { readonly label: string }[]) {
  return places.map((place) => place.label)
}

test.each<[Role[], string]>([
  [['employee'], 'home stage outcomes notices programs objectives people accounts links'],
  [['employee', 'manager'], 'home stage outcomes review notices impact programs objectives equity people accounts links'],
  [['employee', 'reviewer'], 'home stage outcomes review notices programs objectives people accounts links'],
  [['employee', 'executive'], 'home stage outcomes notices impact programs objectives equity people accounts links'],
  [['employee', 'administrator'], 'home stage outcomes notices programs objectives people accounts links administration'],
])('%s see what their roles give them', (roles, expected) => {
  expect(labels(placesFor(canOf(...roles))).join(' ')).toBe(expected)
})

test('the phone’s bar has review before impact, and the rest stands under "me"', () => {
  const can = canOf('employee', 'manager', 'executive', 'administrator')
  expect(labels(phonePlacesFor(can))).toEqual(['home', 'stage', 'review'])
  expect(labels(otherPlacesFor(can))).toEqual([
    'outcomes',
    'notices',
    'impact',
    'programs',
    'objectives',
    'equity',
    'people',
    'accounts',
    'links',
    'administration',
  ])
  expect(labels(phonePlacesFor(canOf('employee', 'executive')))).toEqual(['home', 'stage', 'impact'])
})

test('no two places share a key', () => {
  const keys = placesFor(canOf('employee', 'manager', 'executive', 'administrator')).map((place) => place.go)
  expect(new Set(keys).size).toBe(keys.length)
})
