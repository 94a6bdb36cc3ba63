import { expect, test } from 'vitest'
import type { ImpactPage } from '../schema.ts'
import { storiesBehind, storiesOfEstimate, storiesOfName, storiesOfSeries, storiesOfTeam, storiesOfWait } from './rules.ts'

const days = { from: '2026-01-01', to: '2026-03-31' }

test('what is opened narrows what was chosen; where nothing can be in both there is nothing to open', () => {
  expect(storiesBehind({ side: ['social'] }, days, { side: ['social', 'both'] })).toMatchObject({ side: ['social'], reach: true, ...days })
  expect(storiesBehind({ side: ['social'] }, days, { side: ['conventional'] })).toBeNull()
  expect(storiesBehind({ type: ['a', 'b'] }, days, { type: ['b', 'c'] })).toMatchObject({ type: ['b'] })
  expect(storiesBehind({ skill: ['a'] }, days, storiesOfName('skill', null))).toBeNull()
  expect(storiesBehind({ rung: [4, 5], skill: ['a'] }, days, { rung: [5] })).toMatchObject({ rung: [5], skill: ['a'] })
})

test('a day in the past goes with it', () => {
  expect(storiesBehind({ asOf: '2026-02-01' }, days)).toMatchObject({ asOf: '2026-02-01' })
})

test('a team of a team is both, and its own people or people without a team are said to be', () => {
  expect(storiesBehind({ team: 'a' }, days, storiesOfTeam({ teamId: 'b' }))).toMatchObject({ team: 'b', within: 'a' })
  expect(storiesBehind({ team: 'a' }, days, storiesOfTeam({ teamId: 'a', isOwn: true }))).toMatchObject({ team: 'a', alone: true })
  expect(storiesBehind({ team: 'a' }, days, storiesOfTeam({ teamId: 'a' }))).not.toHaveProperty('within')
  expect(storiesOfTeam({ teamId: null })).toEqual({ team: undefined, alone: true })
})

test('series that are drawn as one open together, where one list can hold them', () => {
  const by = (name: ImpactPage['overTime']['by'], above: Record<string, string[]> = {}) => ({ by: name, above })
  expect(storiesOfSeries(by('type'), ['a', 'b'])).toEqual({ type: ['a', 'b'] })
  expect(storiesOfSeries(by('skill'), ['a', ''])).toEqual({ skill: ['a', 'none'] })
  expect(storiesOfSeries(by('team'), ['a'])).toEqual({ team: 'a' })
  expect(storiesOfSeries(by('team'), ['a', 'b'], ['a', 'b', 'c', ''])).toEqual({ among: ['a', 'b'] })
  expect(storiesOfSeries(by('team'), ['', 'b'], ['a', 'b', 'c', ''])).toEqual({ outside: ['a', 'c'] })
  // b stood below a for a while: what it brought then is a's.
  expect(storiesOfSeries(by('team', { b: ['a'] }), ['b'])).toEqual({ team: 'b', outside: ['a'] })
  expect(storiesOfSeries(by('team', { b: ['a'] }), ['a', 'b'])).toEqual({ among: ['a', 'b'] })
  expect(storiesOfSeries(by('none'), [''])).toEqual({})
})

test('an estimate opens the results it is of, a wait those that waited so long', () => {
  expect(storiesOfEstimate('size', 'social')).toEqual({ side: ['social', 'both'], valueKind: ['realised'], valued: true })
  expect(storiesOfWait({ from: 2, to: 3 })).toEqual({ verifyDays: '2..3' })
  expect(storiesOfWait({ from: 14, to: null })).toEqual({ verifyDays: '14..' })
})
