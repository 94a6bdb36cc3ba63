/** For so long what was removed can be brought back; then its words are erased. */
export const removedFor = 10 * 60_000

const mention = /@\{([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}/giu

/** How a person stands in a text. */
export function mentionOf(personId: string): string {
  return `@{${personId}}`
}

/** Who is named, each once, in order. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(mention)].map(([, id = '']) => id.toLowerCase()))]
}

export type TextPart = { readonly text: string } | { readonly personId: string }

/** Words and people, as they follow one another. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const { 0: all, 1: id = '', index } of text.matchAll(mention)) {
    if (index > end) parts.push({ text: text.slice(end, index) })
    parts.push({ personId: id.toLowerCase() })
    end = index + all.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}

/** Still to be brought back. Milliseconds since 1970. */
export function isRestorable(removedAt: number, now: number): boolean {
  return now < removedAt + removedFor
}
