import { useVocabularyNames } from '../embed/vocabulary-names.ts'
import type { OwnAccount } from '../model/pasted-links.ts'
import { useLogPage } from './log-page.ts'

/** "LinkedIn · Rosalind Okafor"; with two accounts on one platform the handle tells them apart. */
export function useAccountName(): (account: OwnAccount) => string {
  const names = useVocabularyNames()
  const { accounts, reader } = useLogPage()
  return (account) => {
    const isAlone = account.isOwn && accounts.filter(({ platform }) => platform === account.platform).length === 1
    return `${names.platform(account.platform)} · ${isAlone ? reader.name : account.label}`
  }
}
