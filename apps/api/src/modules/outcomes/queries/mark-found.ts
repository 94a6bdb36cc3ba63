import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { excerptOf, folded } from '@oeuvre/domain/outcomes/search/rules'
import type { Found } from '@oeuvre/domain/outcomes/search/schema'
import type { Search } from './search-outcomes.ts'

type Texts = { readonly id: string; readonly story: string; readonly comments: readonly string[] }

/**
 * Which words of a page answer to what was asked, and from where in the longer texts. Only words that begin like one that was asked are
 * compared by the rules of the index.
 */
export async function markFound(
  tx: SqlTx,
  actor: Actor,
  { wanted }: Search,
  items: readonly OutcomeSummary[],
  wordsOf: readonly string[],
): Promise<Found> {
  if (items.length === 0 || wanted.length === 0) return { words: [], excerpts: [] }
  const ids = items.map((item) => item.id)
  const texts = await tx.rows<Texts>(sql`SELECT o.id, concat_ws(' ', o.story_situation, o.story_action, o.story_result) AS story,
      ARRAY(SELECT regexp_replace(c.text, '@\\{[0-9a-fA-F-]{36}\\}', '…', 'g') FROM comment c WHERE c.organization_id = o.organization_id
        AND c.outcome_id = o.id AND c.removed_at IS NULL AND o.id = ANY (${[...wordsOf]}::uuid[]) ORDER BY c.at DESC) AS comments
    FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND o.id = ANY (${ids}::uuid[])`)
  const heads = items.flatMap((item) => [item.title, item.subject ?? '', ...item.contributors.map((one) => one.name)])
  const words = await wordsFound(tx, wanted, [...heads, ...texts.flatMap(({ story, comments }) => [story, ...comments])])
  const known = new Set(words)
  const excerpts = texts.flatMap(({ id, story, comments }): Found['excerpts'] => {
    const told = excerptOf(story, known)
    if (told !== null) return [{ id, from: 'story', text: told }]
    const said = comments.map((text) => excerptOf(text, known)).find((text) => text !== null)
    return said === undefined ? [] : [{ id, from: 'comment', text: said }]
  })
  return { words, excerpts }
}

const sharedLetters = 2

async function wordsFound(tx: SqlTx, wanted: readonly string[], texts: readonly string[]): Promise<string[]> {
  const beginnings = new Set([...wanted.join(' ').matchAll(/'((?:[^']|'')+)'/g)].map(([, lexeme = '']) => lexeme.slice(0, sharedLetters)))
  const words = new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => word.toLowerCase()))
  const likely = [...words].filter((word) => beginnings.has(folded(word).slice(0, sharedLetters)))
  if (likely.length === 0) return []
  const rows = await tx.rows<{ word: string }>(sql`SELECT w.word FROM unnest(${likely}::text[]) AS w(word)
    WHERE search_vector(w.word, 'A') @@ ${wanted.map(anyWord).join(' | ')}::tsquery`)
  return rows.map((row) => row.word)
}

/** Each word of a phrase for itself. */
function anyWord(query: string): string {
  return query.replaceAll(' <-> ', ' | ')
}
