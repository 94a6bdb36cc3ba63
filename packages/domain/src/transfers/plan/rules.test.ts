import { describe, expect, test } from 'vitest'
import type { OutcomeState } from '../../outcomes/schema.ts'
import { type CrmFields, type Existing, planDeal, planLeftOut } from './rules.ts'

const fields: CrmFields = {
  typeId: 't1',
  subject: 'Acme',
  title: '',
  occurredOn: '2024-01-01',
  firstTouchOn: null,
  value: { minor: '100', currency: 'EUR', digits: 2 },
  story: { situation: '', action: '', result: '' },
  channelIds: ['a', 'b'],
  contributorIds: ['p', 'q'],
}
const existing = (over: Partial<Existing> = {}): Existing => ({
  state: 'verified',
  isImported: true,
  isTouched: false,
  rung: 5,
  withdrawnBy: null,
  fields,
  ...over,
})

describe('a won deal', () => {
  test('unknown: added; the same again: nothing, whatever the order of its channels', () => {
    expect(planDeal(fields, null)).toEqual({ do: 'add' })
    expect(planDeal({ ...fields, channelIds: ['b', 'a'] }, existing())).toEqual({ do: 'nothing' })
  })

  test('changed in the CRM: all of it follows while nobody has touched it', () => {
    const deal = { ...fields, subject: 'Acme SA', contributorIds: ['q', 'p'], story: { ...fields.story, result: 'told' } }
    expect(planDeal(deal, existing())).toEqual({ do: 'amend', fields: ['subject', 'story', 'contributorIds'], after: deal })
  })

  test('changed in the CRM and by people: value, date, client and stage follow; split, story and channels stay', () => {
    const deal = {
      ...fields,
      value: null,
      occurredOn: '2024-02-02',
      typeId: 't2',
      contributorIds: ['z'],
      channelIds: [],
      story: { ...fields.story, result: 'x' },
      title: 'y',
    }
    const plan = planDeal(deal, existing({ isTouched: true }))
    expect(plan).toEqual({
      do: 'amend',
      fields: ['typeId', 'occurredOn', 'value'],
      after: { ...fields, value: null, occurredOn: '2024-02-02', typeId: 't2' },
    })
    if (plan.do !== 'amend') throw new Error('plan')
    expect(planDeal(deal, existing({ isTouched: true, fields: plan.after }))).toEqual({ do: 'nothing' })
  })

  test('logged by hand with its number: rises to "matched to CRM" and keeps its split', () => {
    const plan = planDeal({ ...fields, contributorIds: ['z'] }, existing({ isImported: false, rung: 4 }))
    expect(plan).toEqual({ do: 'amend', fields: [], after: fields })
    expect(planDeal({ ...fields, contributorIds: ['z'] }, existing({ isImported: false, rung: 5 }))).toEqual({ do: 'nothing' })
  })

  test.each<[OutcomeState, Existing['withdrawnBy'], string]>([
    ['withdrawn', 'crm', 'revive'],
    ['withdrawn', 'import-undone', 'revive'],
    ['withdrawn', 'author', 'nothing'],
    ['withdrawn', null, 'nothing'],
    ['submitted', null, 'edit'],
    ['changes-requested', null, 'edit'],
    ['declined', null, 'nothing'],
    ['merged', null, 'nothing'],
    ['draft', null, 'nothing'],
  ])('%s (%s): %s', (state, withdrawnBy, what) => {
    expect(planDeal({ ...fields, subject: 'New' }, existing({ state, withdrawnBy })).do).toBe(what)
  })
})

describe('a deal that is left out', () => {
  test.each([
    ['lost', existing(), 'withdraw'],
    ['open', existing(), 'withdraw'],
    ['lost', existing({ state: 'submitted' }), 'withdraw'],
    ['ignored', existing(), 'nothing'],
    ['lost', existing({ isImported: false }), 'nothing'],
    ['lost', existing({ state: 'withdrawn' }), 'nothing'],
    ['lost', existing({ state: 'merged' }), 'nothing'],
    ['lost', null, 'nothing'],
  ] as const)('%s', (why, there, what) => expect(planLeftOut(why, there)).toBe(what))
})
