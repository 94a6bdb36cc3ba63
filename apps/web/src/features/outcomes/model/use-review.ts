import type { QueueItem } from '@oeuvre/domain/outcomes/review/schema'
import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useShell } from '../../../lib/shell.ts'
import type { Silent, Spoken } from './decide.ts'
import { type Asked, useDecisions } from './use-decisions.ts'
import { nextAfter, rangeOf, rowId, stepFrom } from './use-queue.ts'
import { useReviewKeys } from './use-review-keys.ts'

/** Choosing and deciding: after a decision the next one is chosen; one decision for several, and what refuses stays. */
export function useReview(items: readonly QueueItem[], chosen: QueueItem, outcome: OutcomeDetail | undefined, late: boolean) {
  const here = chosen.outcome.id
  const { choose, open, stage } = useMoves(here, late)
  const verified = useRef<string | null>(null)
  const [asking, ask] = useState<Spoken | null>(null)
  const last = useRef<string | null>(null)
  const [marked, setMarked] = useState<readonly string[]>([])
  const selected = marked.filter((id) => items.some((item) => item.outcome.id === id && item.outcome.state !== 'verified'))
  function decided({ members, decision }: Asked) {
    const gone = members.map((member) => member.id)
    if (decision === 'verify' || decision === 'confirm') verified.current = gone.at(-1) ?? null
    // What comes back is what one looks at again: the next key is about it, not about the one after it.
    if (decision === 'undo') return choose(gone[0])
    setMarked((before) => before.filter((id) => !gone.includes(id)))
    if (gone.includes(here)) choose(nextAfter(items, gone, here))
  }
  const run = useDecisions({ onDecided: (_decided, asked) => decided(asked) })
  function take(decision: Silent) {
    if (outcome && !run.isPending) run.mutate({ decision, members: [outcome] })
  }
  const several = items.flatMap((item) => (selected.includes(item.outcome.id) ? [item.outcome] : []))
  function verifySelected() {
    if (!run.isPending) run.mutate({ decision: 'verify', members: several })
  }
  function select(id: string, isSelected: boolean, withRange = false) {
    const ids = withRange ? rangeOf(items, last.current, id) : [id]
    last.current = id
    setMarked(isSelected ? [...new Set([...marked, ...ids])] : marked.filter((one) => !ids.includes(one)))
  }
  const can = outcome?.can
  useReviewKeys({
    step(by) {
      const id = stepFrom(items, here, by)
      if (!id) return
      choose(id)
      document.getElementById(rowId(id))?.focus()
    },
    forward: () => (selected.length > 0 ? verifySelected() : can?.verify ? take('verify') : can?.confirm && take('confirm')),
    changes: () => ask(several.length > 0 || can?.requestChanges ? 'requestChanges' : can?.return ? 'return' : null),
    decline: () => ask(several.length > 0 || can?.decline ? 'decline' : null),
    // Of what is still to be decided there is no story yet: the last one verified here is meant.
    stage: () => stage(outcome?.state === 'verified' ? here : verified.current),
    select: () => select(here, !selected.includes(here)),
    open,
  })
  return {
    asking,
    ask,
    selected,
    several,
    select,
    clear: () => setMarked([]),
    isPending: run.isPending,
    take,
    verifySelected,
    open,
    choose,
    decided,
  }
}

function useMoves(here: string, late: boolean) {
  const { organization } = useShell()
  const navigate = useNavigate()
  const params = { organization }
  return {
    choose: (id: string | undefined) =>
      void navigate({
        to: '/$organization/review',
        params,
        search: { ...(late && { late: true as const }), ...(id && { outcome: id }) },
        replace: true,
        resetScroll: false,
      }),
    open: () => void navigate({ to: '/$organization/outcomes/$id', params: { organization, id: here } }),
    stage: (id: string | null) => id && void navigate({ to: '/$organization/stage/choose/$id', params: { organization, id } }),
  }
}
