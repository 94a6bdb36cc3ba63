import { describe, expect, test } from 'vitest'
import { actorOf } from '../../test/actors.ts'
import { isEmail } from '../organizations/access/schema.ts'
import { canOfPerson, maySeeContactOf, maySeeFiguresOf, type PersonRecord } from './policy.ts'
import { formatPeopleFilter, PeopleFilter, parsePeopleFilter } from './schema.ts'

const aicha: PersonRecord = { id: 'aicha', teamId: 'export', status: 'active', hasLogin: false }
const self = actorOf('aicha')
const manager = actorOf('claire', { managedTeamIds: ['export'] })
const elsewhere = actorOf('rolf', { managedTeamIds: ['research'] })
const administrator = actorOf('adam', { roles: ['administrator'] })
const executive = actorOf('eve', { roles: ['executive'] })
const system = actorOf(null)

describe('who sees what of a person', () => {
  test('figures: oneself and managers within reach, nobody else', () => {
    const all = [self, manager, elsewhere, administrator, executive, system]
    expect(all.map((a) => maySeeFiguresOf(a, aicha))).toEqual([true, true, false, false, false, false])
    expect(maySeeFiguresOf(manager, { ...aicha, teamId: null })).toBe(false)
    expect(all.map((a) => maySeeContactOf(a, aicha))).toEqual([true, true, false, true, false, false])
  })

  test('what may be done', () => {
    const may = (actor: typeof self, change: Partial<PersonRecord> = {}) =>
      Object.entries(canOfPerson(actor, { ...aicha, ...change })).flatMap(([action, can]) => (can ? [action] : []))
    expect(may(administrator)).toEqual(['edit', 'move', 'end', 'invite'])
    expect(may(administrator, { hasLogin: true })).toEqual(['edit', 'move', 'end'])
    expect(may(administrator, { status: 'left' })).toEqual(['edit', 'return'])
    expect(may(administrator, { status: 'erased' })).toEqual([])
    expect(may(manager)).toEqual(['logFor', 'seeFigures'])
    expect(may(self)).toEqual(['seeFigures'])
    expect(may(actorOf('aicha', { managedTeamIds: ['export'] }))).toEqual(['seeFigures'])
    expect(may(elsewhere)).toEqual([])
  })
})

describe('inputs', () => {
  test('addresses of mail', () => {
    const good = ['a@b.fr', 'aïcha.b+x@sous.domaine.example', 'a’b@münchen.de']
    const bad = ['', 'a', 'a@b', 'a@b.', '@b.fr', 'a b@c.fr', 'a@b@c.fr', 'a@b..fr', 'A <a@b.fr>', `${'a'.repeat(260)}@b.fr`]
    expect([...good, ...bad].map(isEmail)).toEqual([...good.map(() => true), ...bad.map(() => false)])
  })

  test('the directory’s filter survives the address', () => {
    const filter = PeopleFilter.parse({ q: 'Élodie', team: '0198f2a0-0000-7000-8000-000000000001', alone: true, status: 'left' })
    expect(parsePeopleFilter(formatPeopleFilter(filter))).toEqual(filter)
    expect(parsePeopleFilter({ team: 'x', status: 'maybe' })).toEqual({})
  })
})
