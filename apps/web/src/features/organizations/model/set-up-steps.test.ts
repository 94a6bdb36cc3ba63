import { expect, test } from 'vitest'
import { isNewOrganization, stepsOf } from './set-up-steps.ts'

const fresh = { people: 1, teams: 0, withAccess: 1, invited: 0, hasSettings: false, hasOutcomes: false, waiting: 0, ownRoles: [] }
const undone = (progress: typeof fresh) =>
  stepsOf(progress)
    .filter((one) => !one.isDone)
    .map((one) => one.step)
    .join(' ')

test('a step is done by what is there, not by having been visited', () => {
  expect(undone(fresh)).toBe('people access settings deals')
  expect(undone({ ...fresh, people: 2 })).toBe('access settings deals')
  expect(undone({ ...fresh, people: 2, invited: 1 })).toBe('settings deals')
  expect(undone({ ...fresh, people: 2, withAccess: 2, hasOutcomes: true, waiting: 0 })).toBe('settings')
})

test('settings as they came hold nothing up', () => {
  expect(isNewOrganization(fresh)).toBe(true)
  expect(isNewOrganization({ ...fresh, people: 2, withAccess: 2, hasOutcomes: true, waiting: 0 })).toBe(false)
})
