/** One thing that is looked for: a word, or several in a row. */
export type Wanted = {
  readonly words: readonly string[]
  /** As it stands between quotes: these words, one after the other. */
  readonly isPhrase: boolean
  /** The last word may be the beginning of one: it is still being typed. */
  readonly isUnfinished: boolean
  /** With a minus before it: what has it is left out. */
  readonly isUnwanted: boolean
}

const mostWords = 20

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** A single letter says nothing, but where a sign is a word. */
function isTelling(word: string): boolean {
  return /[\p{N}\p{Lo}]/u.test(word) || [...word.normalize('NFC')].length > 1
}

/** What was typed, taken apart. Nothing in it: nothing is found. */
export function readSearch(text: string): Wanted[] {
  const wanted: Wanted[] = []
  const parts = [...text.normalize('NFKC').matchAll(/(-?)(?:"([^"]*)("?)|([^\s"]+))/gu)]
  let left = mostWords
  for (const [place, [, minus, quoted, closing, plain]] of parts.entries()) {
    const isPhrase = quoted !== undefined
    const isUnwanted = minus === '-'
    const words = wordsOf(quoted ?? plain ?? '').slice(0, left)
    left -= words.length
    const isUnfinished = place === parts.length - 1 && !isUnwanted && closing !== '"'
    if (isPhrase && words.length > 0) wanted.push({ words, isPhrase, isUnfinished, isUnwanted })
    if (isPhrase) continue
    const telling = words.filter(isTelling)
    for (const word of telling) wanted.push({ words: [word], isPhrase, isUnfinished: isUnfinished && word === telling.at(-1), isUnwanted })
  }
  return wanted
}

/** Case and accents aside, as far as it takes to guess which words are worth comparing. */
export function folded(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
}

export type Marked = { readonly text: string; readonly isFound: boolean }

/** A text in parts, the words of `found` (in lower case) apart from the rest. */
export function markWords(text: string, found: ReadonlySet<string>): Marked[] {
  const parts: Marked[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (!found.has(word.toLowerCase())) continue
    if (index > end) parts.push({ text: text.slice(end, index), isFound: false })
    parts.push({ text: word, isFound: true })
    end = index + word.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), isFound: false })
  return parts
}

const around = 80

/** The piece of a text that has the first word found, cut between words; null: it has none. */
export function excerptOf(text: string, found: ReadonlySet<string>): string | null {
  const first = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].find(([word]) => found.has(word.toLowerCase()))
  if (!first) return null
  const from = first.index <= around ? 0 : text.indexOf(' ', first.index - around) + 1
  const start = from === 0 || from > first.index ? Math.min(from === 0 ? 0 : first.index, first.index) : from
  const wish = first.index + first[0].length + around
  const cut = wish >= text.length ? text.length : Math.max(text.lastIndexOf(' ', wish), first.index + first[0].length)
  return `${start > 0 ? '… ' : ''}${text.slice(start, cut).replace(/\s+/gu, ' ').trim()}${cut < text.length ? ' …' : ''}`
}
