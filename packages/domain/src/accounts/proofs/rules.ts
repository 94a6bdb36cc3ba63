import type { Page } from '../page-links/rules.ts'
import { recogniseAccount } from '../recognition/rules.ts'
import type { ProofKind } from './schema.ts'

/**
 * Whether a profile shows that it is its owner's: the code stands in it, or it says "me" of an account that was shown to be theirs
 * already. Only whoever controls the profile can write either.
 */
export function provenBy(page: Page, { code, provenKeys }: { code: string; provenKeys: ReadonlySet<string> }): ProofKind | null {
  if (page.text.includes(code) || page.me.some((address) => address.includes(code))) return 'code'
  const isMe = page.me.some((address) => {
    const recognition = recogniseAccount(address)
    return 'account' in recognition && provenKeys.has(recognition.account.key)
  })
  return isMe ? 'rel-me' : null
}
