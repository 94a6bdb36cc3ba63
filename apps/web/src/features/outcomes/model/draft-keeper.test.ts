import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import type { SavedOutcome } from '@oeuvre/domain/outcomes/schema'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RefusedError } from '../../../lib/refusals.ts'
import type { Base, DeviceCopy } from './device-copies.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { isSame } from './form-fields.ts'
import { openingOf, pauses, type Saving } from './keeping.ts'
import { blankForm, draftOf, type LogForm } from './log-form.ts'

const blank = blankForm({
  id: '019a7000-0000-7000-8000-000000000001',
  person: { id: '019a7000-0000-7000-8000-0000000000aa', name: 'Inès Gharbi' },
  currency: 'EUR',
  decimalMark: ',',
})

/** A server that keeps one outcome, by version, as the real one does; it can be slow, lose answers, or be away. */
function server() {
  const seen: Saving[] = []
  const it = {
    seen,
    now: null as Base | null,
    isAway: false,
    losesAnswers: false,
    refuses: [] as readonly Refusal[],
    hold: null as Promise<void> | null,
    forms: new Map<string, LogForm>(),
    send: (state: 'draft' | 'submitted') => async (saving: Saving) => {
      seen.push(saving)
      await it.hold
      if (it.isAway) throw new RefusedError({ refusals: [{ code: 'unavailable' }], requestId: null, isLost: true })
      if (it.refuses.length > 0) throw new RefusedError({ refusals: it.refuses, requestId: null, isLost: false })
      const sent = it.forms.get(JSON.stringify(saving.outcome))
      if (!sent) throw new Error('an unknown form')
      const isRepeated = it.now?.state === state && it.now.version === (saving.version ?? 0) + 1 && isSame(it.now.form, sent)
      if (!isRepeated && (it.now?.version ?? null) !== saving.version)
        throw new RefusedError({ refusals: [{ code: 'state-changed', params: { by: 'Samuel' } }], requestId: null, isLost: false })
      if (!isRepeated) it.now = { form: sent, version: (it.now?.version ?? 0) + 1, state }
      if (it.losesAnswers) throw new RefusedError({ refusals: [{ code: 'unavailable' }], requestId: null, isLost: true })
      return { id: 'o1', version: it.now?.version ?? 0, state, savedAt: '2026-10-09T08:00:00Z', can: {} } as SavedOutcome
    },
  }
  return it
}

type Server = ReturnType<typeof server>

let minted = 0
function keeperOn(there: Server, from: { record?: Base | null; copy?: DeviceCopy | null } = {}) {
  const device = { copy: from.copy ?? null }
  const keeper = new DraftKeeper(
    {
      save: there.send('draft'),
      load: async () => there.now,
      toDraft(form) {
        const draft = draftOf(form, 'potential')
        there.forms.set(JSON.stringify(draft), form)
        return draft
      },
      async put(copy) {
        device.copy = copy
        return true
      },
      async drop() {
        device.copy = null
      },
      now: () => Date.now(),
      mintKey: () => `key-${++minted}`,
    },
    openingOf({ record: from.record ?? null, copy: device.copy, blank }),
  )
  keeper.start()
  const type = (part: Partial<LogForm>) => keeper.change({ ...keeper.store.get().form, ...part })
  return { keeper, device, type, now: () => keeper.store.get() }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const pause = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('saving as it is typed', () => {
  test('nothing is created before something was said', async () => {
    const there = server()
    const { keeper } = keeperOn(there)
    await pause(60_000)
    await keeper.saveNow()
    expect(there.seen).toEqual([])
  })

  test('at once on the device, on the server after a pause, and then no copy is left', async () => {
    const there = server()
    const { type, device, now } = keeperOn(there)
    type({ title: 'H' })
    type({ title: 'Harland' })
    expect(device.copy?.form.title).toBe('Harland')
    expect([there.seen.length, now().phase]).toEqual([0, 'typing'])
    await pause(pauses.afterTyping)
    expect(there.seen.map((s) => [s.outcome.title, s.version])).toEqual([['Harland', null]])
    expect([now().phase, now().base?.version, device.copy]).toEqual(['rest', 1, null])
  })

  test('somebody who never pauses is saved all the same', async () => {
    const there = server()
    const { type } = keeperOn(there)
    for (let at = 0; at < 20; at++) {
      type({ title: `word ${at}` })
      await pause(pauses.afterTyping / 2)
    }
    expect(there.seen.length).toBeGreaterThan(0)
  })

  test('one request at a time; what was typed meanwhile follows, on the version that came back', async () => {
    const there = server()
    let release = () => {}
    there.hold = new Promise((resolve) => {
      release = resolve
    })
    const { type, now } = keeperOn(there)
    type({ title: 'one' })
    await pause(pauses.afterTyping)
    type({ title: 'two' })
    await pause(10_000)
    expect(there.seen).toHaveLength(1)
    there.hold = null
    release()
    await pause(pauses.afterTyping)
    expect(there.seen.map((s) => [s.outcome.title, s.version])).toEqual([
      ['one', null],
      ['two', 1],
    ])
    expect(now().phase).toBe('rest')
  })

  test('what cannot be kept stays on the page and the device; the rest is saved', async () => {
    const there = server()
    const { type, device, now } = keeperOn(there)
    type({ subject: 'Harland', amount: 'a lot' })
    await pause(pauses.afterTyping)
    expect(there.now?.form).toMatchObject({ subject: 'Harland', amount: '' })
    expect(now().unkept).toEqual([{ code: 'amount-invalid', field: 'value.amount' }])
    expect([now().phase, now().form.amount, device.copy?.form.amount]).toEqual(['partly', 'a lot', 'a lot'])
    type({ amount: '64 000' })
    await pause(pauses.afterTyping)
    expect([now().phase, device.copy]).toEqual(['rest', null])
  })
})

describe('the network or the server gone', () => {
  test('says so, keeps trying, and goes on by itself', async () => {
    const there = server()
    there.isAway = true
    const { type, device, now, keeper } = keeperOn(there)
    type({ title: 'Harland' })
    await pause(pauses.afterTyping)
    expect([now().phase, device.copy?.form.title]).toEqual(['waiting', 'Harland'])
    type({ title: 'Harland asks' })
    there.isAway = false
    keeper.wake()
    await pause(0)
    expect([now().phase, there.now?.form.title, device.copy]).toEqual(['rest', 'Harland asks', null])
  })

  test('an answer that was lost is no clash with oneself, however often', async () => {
    const there = server()
    const { type, now } = keeperOn(there)
    there.losesAnswers = true
    type({ title: 'one' })
    await pause(pauses.afterTyping)
    there.losesAnswers = false
    there.isAway = true
    type({ title: 'two' })
    await pause(20_000)
    there.isAway = false
    await pause(pauses.longestRetry * 2)
    expect([now().clash, now().note, now().phase, there.now?.form.title]).toEqual([null, null, 'rest', 'two'])
  })

  test('what is sent for review leaves when it is back, once', async () => {
    const there = server()
    const { type, keeper, now, device } = keeperOn(there)
    type({ title: 'Harland' })
    there.isAway = true
    await keeper.commit(there.send('submitted'), true)
    expect([now().phase, now().isSending, now().sent]).toEqual(['waiting', true, null])
    expect(device.copy?.sending).toBe(there.seen[0]?.key)
    there.isAway = false
    there.losesAnswers = true
    await pause(pauses.longestRetry)
    there.losesAnswers = false
    await pause(pauses.longestRetry)
    expect(now().sent).toMatchObject({ state: 'submitted', version: 1 })
    expect(now().isSending).toBe(false)
    expect([new Set(there.seen.map(({ key }) => key)).size, device.copy]).toEqual([1, null])
  })

  test('or stays a draft, if that is preferred', async () => {
    const there = server()
    const { type, keeper, now, device } = keeperOn(there)
    type({ title: 'Harland' })
    there.isAway = true
    await keeper.commit(there.send('submitted'), true)
    keeper.giveUpSending()
    expect(device.copy?.sending).toBeNull()
    there.isAway = false
    await pause(pauses.longestRetry)
    expect([now().base?.state, now().sent]).toEqual(['draft', null])
  })
})

describe('sending', () => {
  test('waits for the saving that is under way', async () => {
    const there = server()
    const { type, keeper, now } = keeperOn(there)
    type({ title: 'Harland' })
    const saving = keeper.saveNow()
    const sending = keeper.commit(there.send('submitted'))
    await saving
    await sending
    await pause(1)
    expect(there.seen.map((s) => s.version)).toEqual([null, 1])
    expect(now().sent).toMatchObject({ state: 'submitted', version: 2 })
  })

  test('twice is once', async () => {
    const there = server()
    const { type, keeper } = keeperOn(there)
    type({ title: 'Harland' })
    await Promise.all([keeper.commit(there.send('submitted')), keeper.commit(there.send('submitted'))])
    expect(there.seen).toHaveLength(1)
  })

  test('a refusal leaves everything as it was typed', async () => {
    const there = server()
    there.refuses = [{ code: 'date-in-future', field: 'occurredOn' }]
    const { type, keeper, now, device } = keeperOn(there)
    type({ title: 'Harland' })
    await keeper.commit(there.send('submitted'))
    expect(now()).toMatchObject({ isSending: false, refusals: there.refuses, refusedTimes: 1, form: { title: 'Harland' } })
    expect(device.copy?.form.title).toBe('Harland')
    there.refuses = []
    await pause(pauses.afterTyping)
    expect([now().base?.state, now().phase, now().refusals.length]).toEqual(['draft', 'rest', 1])
    type({ subject: 'Harland Marine' })
    expect(now().refusals).toHaveLength(1)
    type({ occurredOn: '2026-10-09' })
    expect(now().refusals).toEqual([])
  })

  test('what waits for review is not changed by typing alone', async () => {
    const there = server()
    there.now = { form: { ...blank, title: 'Harland' }, version: 3, state: 'submitted' }
    const { type, now, device } = keeperOn(there, { record: there.now })
    type({ title: 'Harland asks' })
    await pause(60_000)
    expect([there.seen.length, now().phase, device.copy?.form.title]).toEqual([0, 'typing', 'Harland asks'])
  })
})

describe('changed elsewhere', () => {
  test('in another answer: taken over and said', async () => {
    const there = server()
    there.now = { form: { ...blank, title: 'Harland' }, version: 1, state: 'draft' }
    const { type, now } = keeperOn(there, { record: there.now })
    there.now = { form: { ...there.now.form, subject: 'Harland Marine' }, version: 2, state: 'draft' }
    type({ title: 'Harland asks' })
    await pause(pauses.afterTyping * 3)
    expect(now().note).toMatchObject({ by: 'Samuel', taken: ['subject'], clashes: [] })
    expect(now().form).toMatchObject({ title: 'Harland asks', subject: 'Harland Marine' })
    expect([now().phase, there.now?.version]).toEqual(['rest', 3])
  })

  test('in the same answer: both are there to choose from, and nothing is sent before', async () => {
    const there = server()
    there.now = { form: { ...blank, title: 'Harland' }, version: 1, state: 'draft' }
    const { type, now, keeper, device } = keeperOn(there, { record: there.now })
    there.now = { form: { ...there.now.form, title: 'Harland Marine' }, version: 2, state: 'draft' }
    type({ title: 'Harland asks' })
    await pause(60_000)
    expect([now().phase, there.seen.length]).toEqual(['clash', 1])
    expect(now().clash).toMatchObject({ clashes: ['title'], theirs: { form: { title: 'Harland Marine' } } })
    expect([now().form.title, device.copy?.form.title]).toEqual(['Harland asks', 'Harland asks'])
    keeper.resolve([])
    await pause(pauses.afterTyping)
    expect([now().phase, there.now?.form.title, there.now?.version]).toEqual(['rest', 'Harland asks', 3])
  })

  test('taking the other side leaves nothing to send', async () => {
    const there = server()
    there.now = { form: { ...blank, title: 'Harland' }, version: 1, state: 'draft' }
    const { type, now, keeper } = keeperOn(there, { record: there.now })
    there.now = { form: { ...there.now.form, title: 'Harland Marine' }, version: 2, state: 'draft' }
    type({ title: 'Harland asks' })
    await pause(pauses.afterTyping)
    keeper.resolve(['title'])
    await pause(60_000)
    expect([now().form.title, now().phase, there.now?.version]).toEqual(['Harland Marine', 'rest', 2])
  })

  test('removed: kept here, and logged anew on request', async () => {
    const there = server()
    const record: Base = { form: { ...blank, title: 'Harland' }, version: 4, state: 'draft' }
    const { type, now, keeper } = keeperOn(there, { record })
    there.refuses = [{ code: 'not-found' }]
    type({ title: 'Harland asks' })
    await pause(pauses.afterTyping)
    expect(now().phase).toBe('gone')
    there.refuses = []
    keeper.recreate()
    await pause(1)
    expect([now().phase, there.now?.form.title, there.now?.version]).toEqual(['rest', 'Harland asks', 1])
  })

  test('a person who is not found is refused beside the person', async () => {
    const there = server()
    there.refuses = [{ code: 'not-found', field: 'contributors.1.personId' }]
    const { type, now } = keeperOn(there)
    type({ title: 'Harland' })
    await pause(pauses.afterTyping)
    expect(now()).toMatchObject({ phase: 'partly', unkept: there.refuses })
  })
})

describe('opening again', () => {
  const record: Base = { form: { ...blank, title: 'Harland' }, version: 2, state: 'draft' }
  const copyOf = (part: Partial<LogForm>, base: Base | null): DeviceCopy => ({
    form: { ...blank, title: 'Harland', ...part },
    base,
    changedAt: 0,
  })

  test('after a closed tab or a reload, what the device kept comes first and is saved', async () => {
    const there = server()
    there.now = record
    const { now } = keeperOn(there, { record, copy: copyOf({ subject: 'Harland Marine' }, record) })
    expect(now().form.subject).toBe('Harland Marine')
    await pause(0)
    expect(there.now?.form.subject).toBe('Harland Marine')
  })

  test('what never reached the server is there too', () => {
    expect(openingOf({ record: null, copy: copyOf({}, null), blank })).toMatchObject({
      phase: 'typing',
      form: { title: 'Harland' },
      base: null,
    })
  })

  test('a copy of what was removed meanwhile is offered, not sent', async () => {
    const there = server()
    const { now } = keeperOn(there, { copy: copyOf({}, record) })
    await pause(60_000)
    expect([now().phase, there.seen.length]).toEqual(['gone', 0])
  })

  test('a copy older than what is on the server clashes only where both changed', () => {
    const newer: Base = { form: { ...record.form, title: 'Harland Marine', subject: 'Harland' }, version: 3, state: 'draft' }
    const clashing = openingOf({ record: newer, copy: copyOf({ title: 'Harland asks' }, record), blank })
    expect(clashing).toMatchObject({ phase: 'clash', clash: { clashes: ['title'], taken: ['subject'] } })
    const peaceful = openingOf({ record: newer, copy: copyOf({ externalId: 'D-7' }, record), blank })
    expect(peaceful).toMatchObject({
      phase: 'typing',
      clash: null,
      note: { taken: ['title', 'subject'] },
      form: { title: 'Harland Marine', externalId: 'D-7' },
    })
  })
})
