/** What is stored about people, in the order of the page. */
export const storedKinds = [
  ...(['people', 'signIn', 'accounts', 'outcomes', 'ledger', 'events', 'comments', 'thanks', 'files', 'programs', 'links'] as const),
  ...(['stage', 'notices', 'imports', 'reports'] as const),
] as const
export type StoredKind = (typeof storedKinds)[number]
