import type { Side } from '../../credits/schema.ts'
import { normalisedKey } from '../../text/normalised-key.ts'
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

/** A channel of the organization, as far as words are matched with it. */
export type ChannelOfWords = {
  readonly id: string
  readonly kind: string
  readonly platform: string | null
  readonly code: string | null
  readonly name: string | null
}

/**
 * The channel that is meant: for a social account its platform's, or the one that states none; for another word the conventional
 * channel of that name or code. Null: there is none yet.
 */
export function channelMeant(meaning: ChannelMeaning, channels: readonly ChannelOfWords[]): ChannelOfWords | null {
  const find = (test: (channel: ChannelOfWords) => boolean) => channels.find(test) ?? null
  if (meaning.kind === 'notStated') return null
  if (meaning.kind === 'social') {
    const { platform } = meaning
    const stated = platform ? find((c) => c.kind === 'social' && (c.platform === platform || c.code === platform)) : null
    return stated ?? find((c) => c.kind === 'social' && c.code === 'social')
  }
  const key = normalisedKey(meaning.name)
  const named = find((c) => c.kind === 'conventional' && c.name !== null && normalisedKey(c.name) === key)
  return named ?? find((c) => c.kind === 'conventional' && c.name === null && c.code !== null && wordKey(c.code) === wordKey(meaning.name))
}
