import { Parser } from 'htmlparser2'

export type Page = {
  /** What a reader sees, with the descriptions that platforms put into the head. */
  readonly text: string
  /** Addresses of links that say "this is me". */
  readonly me: readonly string[]
  /** Addresses of feeds that the page names, as they are written. */
  readonly feeds: readonly string[]
}

const feedTypes = new Set(['application/rss+xml', 'application/atom+xml', 'application/feed+json'])

/** Of a page, what proving and finding a feed need; nothing of it is kept. Never throws. */
export function readPage(html: string): Page {
  const text: string[] = []
  const me: string[] = []
  const feeds: string[] = []
  let hidden = 0
  const parser = new Parser({
    onopentag(name, { rel = '', href = '', type = '', content = '' }) {
      if (name === 'script' || name === 'style') hidden++
      const rels = rel.toLowerCase().split(/\s+/)
      if ((name === 'a' || name === 'link') && href !== '' && rels.includes('me')) me.push(href)
      if (name === 'link' && rels.includes('alternate') && feedTypes.has(type.toLowerCase()) && href !== '') feeds.push(href)
      if (name === 'meta') text.push(content)
    },
    ontext: (piece) => void (hidden === 0 && text.push(piece)),
    onclosetag: (name) => void ((name === 'script' || name === 'style') && hidden--),
  })
  parser.end(html)
  return { text: text.join(' '), me, feeds }
}
