import type { Vocabulary, WordKind } from '@oeuvre/domain/outcomes/types/schema'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'
import { useReasonName } from './use-reasons.ts'
import { inOrder, type Word, wordsOf } from './words.ts'

export function wordsOptions() {
  return trpc.outcomes.vocabulary.queryOptions()
}

/** The words of a kind, those in use and those archived. */
export function useWordList(kind: WordKind) {
  const { data: vocabulary } = useSuspenseQuery(wordsOptions())
  const words = wordsOf(vocabulary, kind)
  return { vocabulary, used: words.filter((word) => !word.isArchived), archived: words.filter((word) => word.isArchived) }
}

export function useWordName(): (word: Word) => string {
  const names = useVocabularyNames()
  const reason = useReasonName()
  return (word) => {
    switch (word.word) {
      case 'type':
        return names.type(word)
      case 'channel':
        return names.channel(word)
      case 'skill':
        return names.skill(word)
      default:
        return reason(word)
    }
  }
}

/** After any change, whatever names types, channels or skills is asked again. */
export function useWordsChanged(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries(trpc.outcomes.pathFilter())
}

/** Moves at once; one order after the other reaches the server, the last one wins. */
export function useOrder(kind: WordKind) {
  const client = useQueryClient()
  const refresh = useWordsChanged()
  const { mutate } = useMutation(trpc.vocabulary.order.mutationOptions({ scope: { id: `order-${kind}` }, onSettled: refresh }))
  return (ids: readonly string[]) => {
    void client.cancelQueries(trpc.outcomes.vocabulary.queryFilter())
    client.setQueryData(wordsOptions().queryKey, (before: Vocabulary | undefined) => before && inOrder(before, kind, ids))
    mutate({ kind, ids: [...ids] })
  }
}

/** Archives or restores, with undo. */
export function useArchive() {
  const t = useTranslations('outcomesWords')
  const { done } = useNotices()
  const nameOf = useWordName()
  const refresh = useWordsChanged()
  const back = useMutation(trpc.vocabulary.archive.mutationOptions({ onSettled: refresh }))
  const archive = useMutation(trpc.vocabulary.archive.mutationOptions({ onSettled: refresh }))
  return (word: Word) => {
    const change = { kind: word.word, id: word.id, isArchived: !word.isArchived }
    archive.mutate(change, {
      onSuccess: () =>
        done(t(change.isArchived ? 'archived' : 'restored', { name: nameOf(word) }), {
          undo: () => back.mutate({ ...change, isArchived: word.isArchived }),
        }),
    })
  }
}
