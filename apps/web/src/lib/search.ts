/**
 * The parameters of an address, as they stand there: text. What they mean is parsed by the screen and its loader, which are
 * fetched together; a schema in `validateSearch` would be part of the first screen of everybody.
 */
export type Search = { readonly [name: string]: string | undefined }

export function plainSearch(search: Readonly<Record<string, unknown>>): Search {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
}

export function readSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Commas stay commas: a list in an address is readable by whoever is sent the link. */
export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const text = new URLSearchParams(Object.entries(plainSearch(search)).map(([name, value]) => [name, value ?? ''])).toString()
  return text ? `?${text.replaceAll('%2C', ',')}` : ''
}
