import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bindKeys, type Key, listKeys, resolveKey } from './keys.ts'

/** Stands in for an element of the page: these tests run without a document. */
class Field {
  closest = () => this
}

const unbind: (() => void)[] = []
let now = 0

function bind(...keys: Key[]) {
  unbind.push(bindKeys(keys))
}

function key(keys: string, more: Partial<Key> = {}): Key {
  return { keys, label: keys, run: () => undefined, ...more }
}

/** The part of an event that is looked at. */
function press(name: string, more: Partial<KeyboardEvent> = {}, isDialogOpen = false) {
  now += 100
  const event = { key: name, timeStamp: now, defaultPrevented: false, isComposing: false, target: null, ...more }
  return resolveKey(event as KeyboardEvent, isDialogOpen)?.keys ?? null
}

beforeEach(() => vi.stubGlobal('Element', Field))

afterEach(() => {
  for (const one of unbind.splice(0)) one()
  vi.unstubAllGlobals()
  now += 10_000
})

test('one key, whatever its case', () => {
  bind(key('v'))
  expect(press('v')).toBe('v')
  expect(press('V')).toBe('v')
  expect(press('b')).toBeNull()
})

test('two keys in a row, but not too slowly', () => {
  bind(key('g h'), key('h'))
  expect(press('g')).toBeNull()
  expect(press('h')).toBe('g h')
  expect(press('h')).toBe('h')
  press('g')
  now += 2_000
  expect(press('h')).toBe('h')
})

test('the last to bind has the key, and gives it back', () => {
  const screen = key('n')
  bind(key('n', { label: 'everywhere' }))
  const release = bindKeys([screen])
  expect(listKeys().findLast((one) => one.keys === 'n')).toBe(screen)
  release()
  expect(listKeys().findLast((one) => one.keys === 'n')?.label).toBe('everywhere')
})

test('plain keys are silent with a modifier and in dialogs; mod works with Ctrl and ⌘', () => {
  bind(key('k'), key('mod+k'), key('u', { inDialog: true }))
  expect(press('k', { altKey: true })).toBeNull()
  expect(press('k', {}, true)).toBeNull()
  expect(press('u', {}, true)).toBe('u')
  expect(press('k', { ctrlKey: true })).toBe('mod+k')
  expect(press('k', { metaKey: true })).toBe('mod+k')
})

test('plain keys are silent while somebody types', () => {
  bind(key('v'), key('mod+k'))
  const target = new Field() as unknown as EventTarget
  expect(press('v', { target })).toBeNull()
  expect(press('k', { target, ctrlKey: true })).toBe('mod+k')
  expect(press('v', { isComposing: true })).toBeNull()
})
