import type { Platform } from '../../accounts/platform-names/schema.ts'
import { normalisedKey } from '../../text/normalised-key.ts'
import { parseWebAddress } from '../../text/web-address.ts'
import type { LinkPlace, OtherPlace } from '../schema.ts'

/** The one vocabulary of utm values, all in lower case: whatever analyses them sees one word for one thing. */
export type Utm = {
  /** Code of the platform, or of the other place. */
  readonly source: string
  readonly medium: UtmMedium
  /** From the program's title when the link was made; null: no program. */
  readonly campaign: string | null
  /** The link's code: opaque, never a name. */
  readonly content: string
}
export const utmMediums = ['social', 'community', 'code', 'video', 'blog', 'email', 'message', 'offline'] as const
export type UtmMedium = (typeof utmMediums)[number]

const mediums: Readonly<Partial<Record<Platform, UtmMedium>>> & Readonly<Record<OtherPlace, UtmMedium>> = {
  ...{ engage: 'community', slack: 'community', teams: 'community', discord: 'community', telegram: 'community', forum: 'community' },
  ...{ own: 'community', reddit: 'community', stackoverflow: 'community', stackexchange: 'community', hackernews: 'community' },
  ...{ github: 'code', gitlab: 'code', codeberg: 'code', bitbucket: 'code', huggingface: 'code', kaggle: 'code' },
  ...{ youtube: 'video', vimeo: 'video', twitch: 'video' },
  ...{ blog: 'blog', medium: 'blog', devto: 'blog', newsletter: 'email', substack: 'email' },
  ...{ email: 'email', message: 'message', print: 'offline', event: 'offline' },
}

export function mediumOf(place: LinkPlace): UtmMedium {
  return mediums[place] ?? 'social'
}

/** Words of a title as a utm value: ASCII letters and digits, lower case, hyphens between; null where none is left. */
export function campaignOf(title: string): string | null {
  const words = normalisedKey(title)
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return words === '' ? null : words
}

export function utmOf(place: LinkPlace, code: string, programTitle: string | null): Utm {
  return {
    source: place === 'own' ? 'community' : place,
    medium: mediumOf(place),
    campaign: programTitle === null ? null : campaignOf(programTitle),
    content: code,
  }
}

/** The destination with these values; whatever it carried of `utm_*` gives way, all else stays as it was. */
export function withUtm(destination: string, { source, medium, campaign, content }: Utm): string {
  const url = parseWebAddress(destination)
  if (!url) throw new TypeError('destination') // what is stored was read as one
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !/^utm(_|%5f)/i.test(pair))
  const ours = Object.entries({ source, medium, campaign, content }).flatMap(([name, value]) =>
    value === null ? [] : [`utm_${name}=${value}`],
  )
  url.search = [...kept, ...ours].join('&')
  return url.href
}

/** What a CRM kept of the values: lower case, the source and at least one more. null: it did not keep that one. */
export type ToldUtm = { readonly source: string; readonly medium: string | null; readonly campaign: string | null }

/**
 * The values in what a CRM wrote down, each under the name of its column: a value by itself, or an address that carries some. null: too
 * little to name a link, or content that is not ours, since a link of ours has its code there.
 */
export function readUtm(cells: readonly { readonly header: string; readonly text: string }[]): ToldUtm | null {
  const told = new Map<string, string>()
  const tell = (name: string, value: string) => {
    const word = value.trim().toLowerCase()
    if (word !== '' && !told.has(name)) told.set(name, word)
  }
  for (const { header, text } of cells) {
    const column = /utm[^a-z]*(source|medium|campaign|content)/.exec(header.toLowerCase())?.[1]
    const url = parseWebAddress(text.trim())
    if (url)
      for (const pair of url.search.slice(1).split('&')) {
        const [name = '', value = ''] = pair.split('=')
        tell(name.toLowerCase().replace(/^utm_/, 'utm '), value)
      }
    else if (column) tell(`utm ${column}`, text)
  }
  const of = (name: string) => told.get(`utm ${name}`) ?? null
  const [source, medium, campaign] = [of('source'), of('medium'), of('campaign')]
  return source === null || of('content') !== null || (medium === null && campaign === null) ? null : { source, medium, campaign }
}
