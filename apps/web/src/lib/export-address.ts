/** The file of a list under a filter, as the address of its screen has it (`formatListFilter` and the like). */
export function exportAddress(
  organization: string,
  what: 'outcomes' | 'credits' | 'people' | 'teams',
  filter: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams(filter).toString()
  return `/api/o/${encodeURIComponent(organization)}/exports/${what}.csv${query ? `?${query}` : ''}`
}
