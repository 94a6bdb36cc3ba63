import { useEffect, useEffectEvent } from 'react'
import { useTranslations } from 'use-intl'
import { bindKeys } from '../../../lib/keys.ts'

type Runs = {
  readonly step: (by: 1 | -1) => void
  readonly forward: () => unknown
  readonly changes: () => void
  readonly decline: () => void
  readonly stage: () => void
  readonly select: () => void
  readonly open: () => void
}

/** The keys of the queue; `u` comes with the notice of each decision. */
export function useReviewKeys(runs: Runs): void {
  const t = useTranslations('review')
  const step = useEffectEvent((by: 1 | -1) => runs.step(by))
  const forward = useEffectEvent(() => runs.forward())
  const changes = useEffectEvent(() => runs.changes())
  const decline = useEffectEvent(() => runs.decline())
  const stage = useEffectEvent(() => runs.stage())
  const select = useEffectEvent(() => runs.select())
  const open = useEffectEvent(() => runs.open())
  useEffect(
    () =>
      bindKeys([
        { keys: 'j', label: t('queue.keys.next'), run: () => step(1) },
        { keys: 'k', label: t('queue.keys.previous'), run: () => step(-1) },
        { keys: 'v', label: t('act.verify'), run: () => forward() },
        { keys: 'c', label: t('act.requestChanges'), run: () => changes() },
        { keys: 'x', label: t('act.decline'), run: () => decline() },
        { keys: 's', label: t('queue.keys.stage'), run: () => stage() },
        { keys: ' ', label: t('queue.keys.select'), run: () => select() },
        { keys: 'Enter', label: t('queue.keys.open'), run: () => open() },
      ]),
    [t],
  )
}
