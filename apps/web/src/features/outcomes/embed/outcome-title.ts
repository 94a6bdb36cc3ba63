import { useTranslations } from 'use-intl'
import { useVocabularyNames } from './vocabulary-names.ts'

type Type = { readonly code: string | null; readonly name: string | null }
type Titled = { readonly title: string; readonly subject: string | null; readonly type: Type | null }

/** Its title, else for whom it was, else what kind it is: an import knows no titles, and the client is not shown to everybody. */
export function titleOfOutcome({ title, subject, type }: Titled, words: { typeName(type: Type): string; untitled: string }): string {
  return [title, subject ?? '', type ? words.typeName(type) : ''].find((text) => text.trim() !== '') ?? words.untitled
}

/** What an outcome is called, wherever it is named. */
export function useOutcomeTitle(): (outcome: Titled) => string {
  const t = useTranslations('outcomes')
  const { type } = useVocabularyNames()
  return (outcome) => titleOfOutcome(outcome, { typeName: type, untitled: t('untitled') })
}
