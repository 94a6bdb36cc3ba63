import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actorOf } from '../../test/actors.ts'
import { canOf, isDecider, nearestDeciders, type OutcomeRecord, refusalOf, visibilityOf } from './policy.ts'
import { transitions } from './review/rules.ts'
import { offeredActions, outcomeStates } from './schema.ts'

const decidedAt = Date.UTC(2026, 9, 12, 10)
const now = decidedAt + 5 * 60_000

describe('for any record and any reader', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd')
  const team = fc.constantFrom('t1', 't2', 't3')
  const records: fc.Arbitrary<OutcomeRecord> = fc.record({
    state: fc.constantFrom(...outcomeStates),
    authorId: fc.option(name),
    contributors: fc.uniqueArray(fc.record({ personId: name, role: fc.constantFrom('lead', 'support'), teamId: fc.option(team) }), {
      selector: (c) => c.personId,
      minLength: 1,
    }),
    leadChain: fc.array(
      fc.record({
        teamId: team,
        managerIds: fc.uniqueArray(name),
        standIns: fc.uniqueArray(fc.record({ personId: name, forId: name }), { selector: (s) => s.forId, maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
    decidedById: fc.option(name),
    decidedAt: fc.option(fc.constant(decidedAt)),
    firstDeciderId: fc.option(name),
  })
  const readers = fc
    .record({
      id: name,
      roles: fc.subarray(['executive', 'administrator', 'reviewer'] as const),
      managedTeamIds: fc.subarray(['t1', 't2', 't3']),
    })
    .map(({ id, ...change }) => actorOf(id, change))

  test('`can` and the refusals never differ, and each action of it is a row of the table', () => {
    fc.assert(
      fc.property(records, readers, (r, reader) => {
        const can = canOf(reader, r, now)
        for (const action of offeredActions) {
          expect(can[action]).toBe(refusalOf(reader, r, action, now) === null)
          if (can[action]) expect(transitions.some((t) => t.from === r.state && t.action === action)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('nobody decides on their own result, whatever their roles', () => {
    fc.assert(
      fc.property(records, readers, (r, reader) => {
        const isOwn = r.authorId === reader.personId || r.contributors.some((c) => c.personId === reader.personId)
        const can = canOf(reader, r, now)
        if (isOwn)
          for (const action of ['verify', 'confirm', 'return', 'decline', 'requestChanges', 'reopen', 'amend'] as const)
            expect(can[action]).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('whoever may act may see; whoever sees history sees the value', () => {
    fc.assert(
      fc.property(records, readers, (r, reader) => {
        const seen = visibilityOf(reader, r)
        if (!seen.isVisible) expect(Object.values({ ...seen, ...canOf(reader, r, now) })).not.toContain(true)
        if (seen.isHistoryShown || seen.areWordsShown) expect(seen.isConfidentialShown).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a role more never shows less', () => {
    fc.assert(
      fc.property(
        records,
        readers,
        fc.constantFrom('executive' as const, 'reviewer' as const, 'administrator' as const),
        (r, reader, role) => {
          const more = visibilityOf({ ...reader, roles: [...reader.roles, role] }, r)
          for (const [key, shown] of Object.entries(visibilityOf(reader, r)))
            if (shown) expect({ key, shown: more[key as keyof typeof more] }).toEqual({ key, shown })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('it waits for somebody who can decide, or for nobody', () => {
    fc.assert(
      fc.property(records, (r) => {
        for (const personId of nearestDeciders(r)) expect(isDecider(actorOf(personId, { managedTeamIds: ['t1'] }), r)).toBe(true)
      }),
    )
  })
})
