import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { describe, useWords } from '../../../lib/errors.ts'
import { useShell } from '../../../lib/shell.ts'
import { dropCopy } from '../model/device-copies.ts'
import { formOf } from '../model/form-of-detail.ts'
import { forgetOutcomes, loadDetail, removeDraft, save } from '../model/log-calls.ts'
import { draftOf } from '../model/log-form.ts'
import { useAmountWriting } from './use-amount-writing.ts'

/** Deletes a draft at once; undo writes it again as it stood, under the same id. @returns whether it went */
export function useRemoveDraft(): (id: string) => Promise<boolean> {
  const t = useTranslations('outcomesLog')
  const words = useWords()
  const writing = useAmountWriting()
  const { organization, person } = useShell()
  const { done, failed } = useNotices()
  return async (id) => {
    try {
      const detail = await loadDetail(id)
      if (detail) await removeDraft(detail)
      await dropCopy({ organization, personId: person.id }, id)
      forgetOutcomes()
      const again = detail && draftOf(formOf(detail, writing), null)
      async function restore() {
        if (!again) return
        await save({ outcome: again, version: null }).catch((error) => failed(describe(error, words)))
        forgetOutcomes()
      }
      done(t('removed'), again ? { undo: () => void restore() } : {})
      return true
    } catch (error) {
      failed(describe(error, words))
      return false
    }
  }
}
