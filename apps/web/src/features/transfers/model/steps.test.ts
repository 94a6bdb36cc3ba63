import { expect, test } from 'vitest'
import { stepOf } from './steps.ts'

test.each([
  ['uploaded', undefined, 'file'],
  ['ready', undefined, 'columns'],
  ['ready', 'file', 'file'],
  ['ready', 'done', 'columns'],
  ['checking', 'columns', 'check'],
  ['checked', undefined, 'check'],
  ['checked', 'columns', 'columns'],
  ['running', 'file', 'done'],
  ['done', 'columns', 'done'],
  ['failed', undefined, 'file'],
  ['undone', 'check', 'done'],
] as const)('%s, asked for %s: %s', (state, asked, step) => expect(stepOf(state, asked)).toBe(step))
