/** A text cell that a spreadsheet would run as a formula, with any quotes already before it. */
const formula = /^'*[=+\-@\t\r]/
const escaped = /^'+[=+\-@\t\r]/

/** Makes a text cell safe to open in a spreadsheet. One-to-one: `unescapeCell` gives back exactly what went in. */
export function escapeCell(text: string): string {
  return formula.test(text) ? `'${text}` : text
}

/** Takes off what `escapeCell` put on. Only for files that our own export wrote: elsewhere a leading `'` belongs to the text. */
export function unescapeCell(text: string): string {
  return escaped.test(text) ? text.slice(1) : text
}

/** The first header of every file that we write, so that it is known again: `oeuvre:outcome_id`. */
export const ownExportPrefix = 'oeuvre:'

export function isOwnExport(headers: readonly string[]): boolean {
  return headers[0]?.startsWith(ownExportPrefix) ?? false
}
