import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { useShell } from '../../../lib/shell.ts'
import { dropCopy } from '../model/device-copies.ts'
import type { DraftKeeper } from '../model/draft-keeper.ts'
import { useLogPage } from './log-page.ts'
import { useRemoveDraft } from './use-remove-draft.ts'

/** The ways out without sending: a draft is kept or deleted; changes to what was sent are given up. */
export function useLeaving(keeper: DraftKeeper) {
  const t = useTranslations('outcomesLog')
  const navigate = useNavigate()
  const { organization, person } = useShell()
  const { done } = useNotices()
  const removeDraft = useRemoveDraft()
  const { form, keeping, mode } = useLogPage()
  const { id } = form
  const isDraft = mode === 'draft'
  const goHome = () => void navigate({ to: '/$organization', params: { organization } })
  async function remove() {
    keeper.discard()
    if (await removeDraft(id)) goHome()
    else keeper.start()
  }
  async function leave() {
    if (isDraft) {
      if (keeping.base || keeping.phase !== 'rest') done(t('kept'))
      return goHome()
    }
    keeper.discard()
    await dropCopy({ organization, personId: person.id }, id)
    void navigate({ to: '/$organization/outcomes/$id', params: { organization, id } })
  }
  return { leave: () => void leave(), remove: isDraft && keeping.base ? () => void remove() : null }
}
