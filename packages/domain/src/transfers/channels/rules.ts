import type { Side } from '../../credits/schema.ts'
import { wordKey } from '../keys/rules.ts'
import type { ChannelMeaning } from '../schema.ts'

/** Words for "a social account", whichever; compared by `wordKey`. */
const social = new Set(
  'social socialmedia socialnetwork socialnetworks organicsocial paidsocial socialselling reseausocial reseauxsociaux mediassociaux rs'.split(
    ' ',
  ),
)

/** Words for one platform → its code in the table of platforms. */
const platforms: Readonly<Record<string, string>> = {
  linkedin: 'linkedin',
  x: 'x',
  twitter: 'x',
  xtwitter: 'x',
  twitterx: 'x',
  facebook: 'facebook',
  instagram: 'instagram',
  youtube: 'youtube',
  tiktok: 'tiktok',
  threads: 'threads',
  bluesky: 'bluesky',
  mastodon: 'mastodon',
  github: 'github',
  vivaengage: 'viva-engage',
  yammer: 'viva-engage',
}

/**
 * What a channel word most likely means: a social account where it says so, nothing stated where it is empty, and a conventional
 * channel of exactly that name for every other word, `unknown` among them.
 */
export function guessChannel(word: string): ChannelMeaning {
  const key = wordKey(word)
  if (word.trim() === '') return { kind: 'notStated' }
  if (social.has(key)) return { kind: 'social', platform: null }
  const platform = Object.hasOwn(platforms, key) ? platforms[key] : undefined
  return platform ? { kind: 'social', platform } : { kind: 'conventional', name: word }
}

/** The side of a result that these channels carried together. */
export function sideOf(channels: readonly ChannelMeaning[]): Side {
  const isSocial = channels.some(({ kind }) => kind === 'social')
  const isConventional = channels.some(({ kind }) => kind === 'conventional')
  if (isSocial && isConventional) return 'both'
  if (isSocial) return 'social'
  return isConventional ? 'conventional' : 'not-stated'
}
