import { isPermitted, type Permission, permissions } from '@oeuvre/domain/organizations/policy'
import type { Role } from '@oeuvre/domain/organizations/schema'
import { expect, test } from 'vitest'
import { partsOf } from './home-reader.ts'

function reader(...roles: Role[]) {
  const names = Object.keys(permissions) as Permission[]
  return { roles, can: Object.fromEntries(names.map((name) => [name, isPermitted({ roles }, name)])) as Record<Permission, boolean> }
}

test.each<[Role[], number, string]>([
  [['employee'], 0, 'ask'],
  [['employee', 'administrator'], 3, 'ask'],
  [['employee', 'manager'], 0, 'ask'],
  [['employee', 'manager'], 3, 'waiting ask'],
  [['employee', 'executive'], 3, 'impact ask'],
  [['employee', 'executive', 'reviewer'], 3, 'waiting impact ask'],
])('%s with %i waiting: %s', (roles, waiting, expected) => {
  expect(partsOf(reader(...roles), waiting).join(' ')).toBe(expected)
})
