import type { AccessRow } from '@oeuvre/domain/organizations/access/schema'
import type { GrantableRole } from '@oeuvre/domain/organizations/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useAccessChanged } from './use-access-changed.ts'

type Change = { readonly role: GrantableRole; readonly isGiven: boolean }

/** Gives a role or takes it, shown at once, with undo; a refusal is said beside the role. */
export function useRoleChange({ personId, name, isSelf }: Pick<AccessRow, 'personId' | 'name' | 'isSelf'>) {
  const t = useTranslations('organizations')
  const words = useWords()
  const { done } = useNotices()
  const refresh = useAccessChanged()
  const [going, setGoing] = useState<Change | null>(null)
  const [refused, setRefused] = useState<(Change & { readonly text: string }) | null>(null)
  const meta = { showsItsErrors: true }
  const grant = useMutation(trpc.organizations.grantRole.mutationOptions({ meta }))
  const revoke = useMutation(trpc.organizations.revokeRole.mutationOptions({ meta }))
  async function change({ role, isGiven }: Change, isUndo = false): Promise<void> {
    setRefused(null)
    setGoing({ role, isGiven })
    try {
      await (isGiven ? grant : revoke).mutateAsync({ personId, role })
      // Whoever gave up administering cannot take it back.
      const undo = isSelf && role === 'administrator' ? undefined : () => void change({ role, isGiven: !isGiven }, true)
      if (!isUndo) done(t(isGiven ? 'panel.granted' : 'panel.revoked', { role: t(`roles.${role}`), name }), { undo })
    } catch (error) {
      setRefused({ role, isGiven, text: describe(error, words) })
    }
    await refresh()
    setGoing(null)
  }
  return { going, refused, change: (next: Change) => void change(next) }
}
