import { type Captures, type Place, words } from '../patterns/rules.ts'
import { platformRules } from '../platforms/rules.ts'
import type { PostForm } from '../platforms/schema.ts'
import { type PostingTime, postingTime } from '../posting-times/rules.ts'
import { accountOf, matchOn, type RuledPlatform } from '../profiles/rules.ts'
import type { RecognisedAccount } from '../recognition/schema.ts'

export type RecognisedPost = {
  /** Its author, where the address names one. */
  readonly account: RecognisedAccount | null
  /** Keys of the accounts that may be the author's: on LinkedIn a person's and a company's are written alike. */
  readonly keys: readonly string[]
  readonly posted: PostingTime | null
}

/** The post at this place, or null. */
export function postAt(platform: RuledPlatform, place: Place): RecognisedPost | null {
  const rule = platformRules[platform]
  for (const form of rule.posts ?? []) {
    for (const pattern of words(form.at)) {
      const captures = matchOn(rule, pattern, place)
      if (captures) return postOf(platform, form, { server: place.host, ...captures })
    }
  }
  return null
}

function postOf(platform: RuledPlatform, form: PostForm, captures: Captures): RecognisedPost {
  const kinds = form.of ? words(form.of) : Object.keys(platformRules[platform].kinds).slice(0, 1)
  const accounts = form.isUnsigned
    ? []
    : kinds.map((kind) => accountOf(platform, kind, captures, true)).filter((account) => account !== null)
  return {
    account: accounts[0] ? withoutKind(accounts[0], accounts.length > 1) : null,
    keys: accounts.map(({ key }) => key),
    posted: form.clock && captures.id ? postingTime(form.clock, captures.id) : null,
  }
}

/** Where several kinds fit, the label must not claim one. */
function withoutKind(account: RecognisedAccount, isAmbiguous: boolean): RecognisedAccount {
  return isAmbiguous ? { ...account, label: account.handle } : account
}
