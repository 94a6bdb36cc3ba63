import type { StoryPage } from '@oeuvre/domain/stage/schema'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpcClient } from '../../../lib/api.ts'
import { useStageChanged } from './use-stage-changed.ts'

type Days = { readonly from: string; readonly until: string | null; readonly isLead: boolean }

/** What may be done with a story; each can be undone. */
export function useStoryChanges({ story: { id }, version }: StoryPage, onDone: () => void = () => {}) {
  const t = useTranslations('stage.act')
  const { done } = useNotices()
  const onSettled = useStageChanged()
  const back = useMutation({ mutationFn: (saved: { id: string; version: number }) => trpcClient.stage.restore.mutate(saved), onSettled })
  const down = (saved: { id: string; version: number }) => {
    done(t('takenDown'), { undo: () => back.mutate(saved) })
    onDone()
  }
  return {
    takeDown: useMutation({
      mutationFn: (reason: string) => trpcClient.stage.takeDown.mutate({ id, version, reason }),
      onSuccess: down,
      onSettled,
    }),
    undo: useMutation({ mutationFn: () => trpcClient.stage.undo.mutate({ id, version }), onSuccess: down, onSettled }),
    restore: useMutation({
      mutationFn: () => trpcClient.stage.restore.mutate({ id, version }),
      onSuccess: () => done(t('restored')),
      onSettled,
    }),
    schedule: useMutation({
      mutationFn: (days: Days) => trpcClient.stage.schedule.mutate({ id, version, ...days }),
      onSuccess() {
        done(t('scheduled'))
        onDone()
      },
      onSettled,
    }),
  }
}
