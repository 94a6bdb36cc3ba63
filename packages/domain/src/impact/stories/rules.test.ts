import { expect, test } from 'vitest'
import { storiesBehind, storiesOfSeries, storiesOfTeam } from './rules.ts'

const days = { from: '2026-01-01', to: '2026-03-31' }

test('what is opened narrows what was chosen; where nothing can be in both there is nothing to open', () => {
  expect(storiesBehind({ side: ['social'] }, days, { side: ['social', 'both'] })).toMatchObject({ side: ['social'], reach: true, ...days })
  expect(storiesBehind({ side: ['social'] }, days, { side: ['conventional'] })).toBeNull()
  expect(storiesBehind({ type: ['a', 'b'] }, days, { type: ['b'] })).toMatchObject({ type: ['b'] })
})

test('a team of a team is both, and its own people or people without a team are said to be', () => {
  expect(storiesBehind({ team: 'a' }, days, storiesOfTeam({ teamId: 'b' }))).toMatchObject({ team: 'b', within: 'a' })
  expect(storiesBehind({ team: 'a' }, days, storiesOfTeam({ teamId: 'a', isOwn: true }))).toMatchObject({ team: 'a', alone: true })
  expect(storiesBehind({ team: 'a' }, days, storiesOfTeam({ teamId: 'a' }))).not.toHaveProperty('within')
  expect(storiesOfTeam({ teamId: null })).toEqual({ team: undefined, alone: true })
})

test('series that are drawn as one open together', () => {
  expect(storiesOfSeries('type', ['a', 'b'])).toEqual({ type: ['a', 'b'] })
  expect(storiesOfSeries('none', [''])).toEqual({})
})
