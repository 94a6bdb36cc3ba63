import { z } from 'zod'
import { type Platform as PlatformName, platformNames } from '../platform-names/schema.ts'

export type Platform = PlatformName
export const platforms = Object.keys(platformNames) as Platform[]
export const Platform = z.enum(platforms)

/** Platforms without rules in the table: any https address is an account there. `own`: by the rule that the organization wrote. */
export const openPlatforms = ['blog', 'newsletter', 'forum', 'own'] as const satisfies readonly Platform[]
export type OpenPlatform = (typeof openPlatforms)[number]

/** What an owner may choose; a platform of the organization is chosen by its id. */
export const choosablePlatforms = platforms.filter((platform) => platform !== 'own')

export function isOpenPlatform(platform: Platform): platform is OpenPlatform {
  return openPlatforms.some((open) => open === platform)
}

/** How an id that a platform gives to a post carries its time; see `posting-times/rules.ts`. */
export const idClocks = ['x', 'linkedin', 'mastodon', 'bluesky', 'instagram', 'tiktok', 'discord', 'slack', 'milliseconds'] as const
export type IdClock = (typeof idClocks)[number]

/** Words that stand for pages of the platform itself on nearly every one. */
export const commonPages =
  'about help login signin signup register search settings explore privacy terms legal jobs careers blog api docs download support contact'

/**
 * Lists are words between spaces. Patterns are addresses with gaps: `{handle}`, `{id}`, `{server}` … take the shortest text without a
 * slash that fits, `{handle*}` takes slashes too, `{}` the longest text without a slash, `/**` at the end any rest or none. `//host/path`
 * names a host; without it any host of the row fits. `?key={name}` asks for that parameter; others and the fragment never matter.
 */
export type AccountKind = {
  readonly handle: RegExp
  /** Canonical address. `{server}` is the host that was read, unless the pattern caught one. */
  readonly address: string
  /** How the account is written beside the platform's name; the handle alone unless stated. */
  readonly label?: string
  readonly at: string
  /** What makes no difference when two handles are compared; `case` unless stated. */
  readonly folds?: 'case' | 'case-and-dots' | 'nothing'
  /** Appended to a handle without a dot. */
  readonly suffix?: string
  /** A place shared by many people (a workspace): the same address twice is no double. */
  readonly isShared?: boolean
}

export type PostForm = {
  readonly at: string
  /** Kinds the handle may belong to; the first kind unless stated. More than one: the address does not tell which. */
  readonly of?: string
  /** The address names somebody or something else than the author. */
  readonly isUnsigned?: boolean
  readonly clock?: IdClock
}

export type PlatformRule = {
  /** Host names, without www. A row without hosts fits any host that no other row claims. */
  readonly hosts: string
  /** Host labels in front of those that change nothing, besides www, mobile and country ones. `*`: any. `none`: only www and m. */
  readonly subdomains?: string
  /** The first kind is the one that a bare handle means. */
  readonly kinds: Readonly<Record<string, AccountKind>>
  /** One more step of the path that still shows the same profile. */
  readonly tabs?: string
  /** Words that stand where a handle could and are pages of the platform. */
  readonly reserved?: string
  readonly posts?: readonly PostForm[]
  /** Share links that lead on to an address that cannot be known without following them. */
  readonly redirects?: string
}
