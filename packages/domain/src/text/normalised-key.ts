/**
 * The copy of a text that comparisons use ("same client?", "same name?"): compatibility forms, case, accents and the
 * amount of white space make no difference. Only combining marks of Latin, Greek and Cyrillic use are dropped; in Indic or
 * Thai words the marks are letters. Never shown, never stored in place of the text. Idempotent.
 */
export function normalisedKey(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase() // ẞ → ß
    .toUpperCase() // before lower case: ß → SS, ſ → S, ı → I
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b\u2060]/g, '')
    .replaceAll('ς', 'σ') // lower-casing Σ depends on what stands beside it
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
}
