import type { ImportState } from '@oeuvre/domain/transfers/overview/schema'
import { expect, test } from 'vitest'
import { type ImportStep, stepOf } from './steps.ts'

test.each<[ImportState, ImportStep | undefined, ImportStep]>([
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
])('%s, asked for %s: %s', (state, asked, step) => expect(stepOf(state, asked)).toBe(step))
