import { useTranslations } from 'use-intl'
import { useVocabularyNames } from './vocabulary-names.ts'

type Titled = {
  readonly title: string
  readonly subject: string | null
  readonly type: { readonly code: string | null; readonly name: string | null } | null
}

/** What an outcome is called where it has no title: "Client won, Harland Marine". */
export function useOutcomeTitle(): (outcome: Titled) => string {
  const t = useTranslations('outcomes')
  const names = useVocabularyNames()
  return ({ title, subject, type }) => {
    if (title.trim()) return title
    const parts = [type ? names.type(type) : '', subject?.trim() ?? ''].filter(Boolean)
    return parts.join(', ') || t('untitled')
  }
}
