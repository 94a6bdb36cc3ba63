import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { UndoNotice } from './undo-notice.tsx'

type DoneOptions = { readonly undo?: () => void; readonly forMs?: number }

/** Short notices at the edge of the page: what was done, with its undo; what failed. */
export function useNotices() {
  const t = useTranslations('words')
  return useMemo(
    () => ({
      /** `undo` is offered beside the words and under the key `u`, for as long as the notice stands. */
      done(text: string, { undo, forMs = 8_000 }: DoneOptions = {}) {
        const id = crypto.randomUUID()
        const takeBack = () => {
          notifications.hide(id)
          undo?.()
        }
        notifications.show({
          id,
          autoClose: forMs,
          withCloseButton: !undo,
          role: 'status',
          message: undo ? (
            <UndoNotice label={t('undo')} onUndo={takeBack}>
              {text}
            </UndoNotice>
          ) : (
            text
          ),
        })
      },
      failed(text: string) {
        notifications.show({ message: text, autoClose: 12_000, role: 'alert' })
      },
    }),
    [t],
  )
}
