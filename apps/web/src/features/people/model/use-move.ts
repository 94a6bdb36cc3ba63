import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useWords } from '../../../lib/errors.ts'
import { failureOf } from '../../../lib/refusals.ts'
import { useShell } from '../../../lib/shell.ts'
import { usePeopleChanged } from './use-people-changed.ts'

/** Somebody and the team that they are in now. */
export type Movable = { readonly id: string; readonly name: string; readonly teamId: string | null }
type Problems = { readonly teamId?: string; readonly from?: string; readonly rest?: string }

/** Moves people. A move from today on can be taken back: each to the team that they were in. */
export function useMove(onDone: () => void) {
  const t = useTranslations('people.moving')
  const words = useWords()
  const { done } = useNotices()
  const { today } = useShell()
  const refresh = usePeopleChanged()
  const [problems, setProblems] = useState<Problems>({})
  const back = useMutation(trpc.people.move.mutationOptions({ onSettled: refresh }))
  const forward = useMutation(
    trpc.people.move.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: onDone,
      onError(error) {
        const of = (field: string) => failureOf(error).refusals.filter((one) => one.field === field)
        const rest = failureOf(error).refusals.filter((one) => one.field !== 'teamId' && one.field !== 'from')
        const say = (list: ReturnType<typeof of>) => list.map(words).join(' ') || undefined
        setProblems({ teamId: say(of('teamId')), from: say(of('from')), rest: say(rest) })
      },
      onSettled: refresh,
    }),
  )
  /** From the same day, so that the period of the move is gone again. */
  async function undo(people: readonly Movable[]) {
    for (const [teamId, group] of Map.groupBy(people, (one) => one.teamId))
      await back.mutateAsync({ ids: group.map((one) => one.id), teamId, from: today })
  }
  return {
    problems,
    isPending: forward.isPending,
    move(people: readonly Movable[], teamId: string | null, from: string | null) {
      setProblems({})
      forward.mutate(
        { ids: people.map((one) => one.id), teamId, from },
        {
          onSuccess: () =>
            done(t('done', { count: people.length, name: people[0]?.name ?? '' }), {
              ...(from === today && { undo: () => void undo(people) }),
              forMs: 12_000,
            }),
        },
      )
    },
  }
}
