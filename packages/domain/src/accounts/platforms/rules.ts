import { communities } from '../communities/rules.ts'
import { endsInName } from '../hosts/rules.ts'
import { networks } from '../networks/rules.ts'
import { matchPattern, type Place, words } from '../patterns/rules.ts'
import { publications } from '../publications/rules.ts'
import { isOpenPlatform, type OpenPlatform, type Platform, type PlatformRule } from './schema.ts'

/**
 * The one table of rules per platform: which hosts, which addresses are a profile, how it is canonically written, which are posts.
 * To learn of a platform's change is to change a row. Where sources disagree, the reason stands in the row.
 *
 * For every row: scheme (http or https), `www.`, mobile and two-letter country hosts, a closing slash, parameters and the fragment
 * make no difference; so a profile's address with tracking parameters is that profile. Case makes none either, unless a kind says so.
 */
export const platformRules: Record<Exclude<Platform, OpenPlatform>, PlatformRule> = { ...networks, ...publications, ...communities }

export function ruleOf(platform: Platform): PlatformRule | null {
  return isOpenPlatform(platform) ? null : platformRules[platform]
}

/** Links that lead on to a place that cannot be known without following them: they stand for nobody's account. */
const shortHosts =
  'lnkd.in t.co bit.ly tinyurl.com ow.ly buff.ly goo.gl fb.me fb.watch m.me pin.it redd.it is.gd rb.gy cutt.ly dlvr.it hubs.ly spr.ly trib.al wp.me aka.ms urlz.fr href.li t.umblr.com discord.gg safelinks.protection.outlook.com web.archive.org cdn.ampproject.org'
const forwardingPages =
  '//www.google.com/url //www.google.fr/url //google.com/url //www.google.com/amp/** //duckduckgo.com/l //www.bing.com/ck/**'

export function isRedirect(place: Place): boolean {
  if (words(shortHosts).some((name) => endsInName(place.host, name))) return true
  const platform = platformOfHost(place.host)
  const patterns = `${forwardingPages} ${platform ? (platformRules[platform].redirects ?? '') : ''}`
  return words(patterns).some((pattern) => matchPattern(pattern, place))
}

const hostNames = Object.entries(platformRules).flatMap(([platform, rule]) =>
  words(rule.hosts).map((name) => ({ name, platform: platform as Exclude<Platform, OpenPlatform> })),
)

/** Every host name of the table. */
export const knownHosts: readonly string[] = hostNames.map(({ name }) => name)

/** The platform whose pages this host serves; null for any other host. The longest name wins (pt.stackoverflow.com). */
export function platformOfHost(host: string): Exclude<Platform, OpenPlatform> | null {
  const fitting = hostNames.filter(({ name }) => endsInName(host, name))
  return fitting.sort((a, b) => b.name.length - a.name.length)[0]?.platform ?? null
}
