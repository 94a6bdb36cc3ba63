import type { WordKind } from '@oeuvre/domain/outcomes/types/schema'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useOrder, useWordName } from '../model/use-words.ts'
import { moveWord, type Word } from '../model/words.ts'

/** Moving a word keeps the focus on it, and says where it stands. */
export function useWordMoves(kind: WordKind, words: readonly Word[]) {
  const t = useTranslations('outcomesWords')
  const nameOf = useWordName()
  const order = useOrder(kind)
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const kept = useRef<HTMLElement | null>(null)
  // The browser drops the focus of what is moved in the page.
  useLayoutEffect(() => {
    if (!kept.current || document.activeElement === kept.current) return
    kept.current.focus({ preventScroll: false })
    kept.current = null
  })
  function move(word: Word, by: -1 | 1) {
    const ids = moveWord(
      words.map((one) => one.id),
      word.id,
      by,
    )
    if (!ids) return
    const { activeElement } = document
    kept.current = activeElement instanceof HTMLElement && list.current?.contains(activeElement) ? activeElement : null
    setSaid(t('moved', { name: nameOf(word), at: ids.indexOf(word.id) + 1, of: ids.length }))
    order(ids)
  }
  function onKeyDown(event: KeyboardEvent, word: Word) {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(word, event.key === 'ArrowUp' ? -1 : 1)
  }
  return { list, said, move, onKeyDown }
}
