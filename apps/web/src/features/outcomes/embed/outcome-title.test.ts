import { describe, expect, test } from 'vitest'
import { titleOfOutcome } from './outcome-title.ts'

const words = { typeName: ({ code }: { code: string | null }) => `type ${code}`, untitled: 'untitled' }
const won = { code: 'client-won', name: null }

describe('what an outcome is called', () => {
  test.each([
    [{ title: 'The pump', subject: 'Acme', type: won }, 'The pump'],
    [{ title: ' ', subject: 'Acme', type: won }, 'Acme'],
    [{ title: '', subject: null, type: won }, 'type client-won'],
    [{ title: '', subject: '', type: null }, 'untitled'],
  ])('%j: %s', (outcome, title) => expect(titleOfOutcome(outcome, words)).toBe(title))
})
