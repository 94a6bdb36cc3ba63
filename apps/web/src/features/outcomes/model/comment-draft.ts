import type { PersonRef } from '@oeuvre/domain/outcomes/schema'
import { useState } from 'react'
import { useShell } from '../../../lib/shell.ts'

/** What is being written. `id` is the comment's: sent again after a lost answer, it is the same one. */
export type CommentDraft = { readonly id: string; readonly text: string; readonly people: readonly PersonRef[] }

const prefix = 'oeuvre.comment.'

/** A device that refuses storage costs the copy, never the typing. */
function orNull<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

function isDraft(value: unknown): value is CommentDraft {
  return typeof value === 'object' && value !== null && 'id' in value && 'text' in value && 'people' in value && Array.isArray(value.people)
}

export function emptyDraft(): CommentDraft {
  return { id: crypto.randomUUID(), text: '', people: [] }
}

/** Survives a reload and a closed tab, on this device, for this person. */
export function useCommentDraft(outcomeId: string) {
  const { organization, person } = useShell()
  const key = `${prefix}${organization}/${person.id}/${outcomeId}`
  const [draft, setDraft] = useState<CommentDraft>(() => {
    const kept: unknown = orNull(() => JSON.parse(localStorage.getItem(key) ?? 'null'))
    return isDraft(kept) ? kept : emptyDraft()
  })
  return [
    draft,
    (next: CommentDraft) => {
      setDraft(next)
      orNull(() => (next.text === '' ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(next))))
    },
  ] as const
}

/** On signing out: nothing of anybody stays on the device. */
export function forgetCommentDrafts(): void {
  orNull(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
  })
}
