import type { OwnPlatform } from '@oeuvre/domain/accounts/own-platforms/schema'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { usePlatformsChanged } from './use-platforms.ts'

/** Archiving, with its undo, and bringing back. */
export function useArchiving() {
  const t = useTranslations('accountsPlatforms')
  const { done } = useNotices()
  const refresh = usePlatformsChanged()
  const archive = useMutation(trpc.accounts.archivePlatform.mutationOptions({ onSettled: refresh }))
  return {
    isPending: archive.isPending,
    archive: ({ id, name }: OwnPlatform) =>
      archive.mutate(
        { id, isArchived: true },
        { onSuccess: () => done(t('archived', { name }), { undo: () => archive.mutate({ id, isArchived: false }) }) },
      ),
    restore: ({ id, name }: OwnPlatform) => archive.mutate({ id, isArchived: false }, { onSuccess: () => done(t('restored', { name })) }),
  }
}
