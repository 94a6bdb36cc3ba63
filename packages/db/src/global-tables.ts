/** Tables without an organization, each with its reason. They hold no business data; the catalogue test fails on any other. */
export const globalTables: Readonly<Record<string, string>> = {
  user: 'an e-mail address is one identity across organizations',
  session: 'who is signed in, before it is known where they go',
  auth_account: 'password hashes of identities',
  verification: 'short-lived tokens of the sign-in library and of the first run',
  attempt_limit: 'counters of attempts per account and address, before anybody is known',
  organization_directory: 'which address belongs to which organization',
  link_code: 'which organization a short link belongs to, asked by visitors who are nobody here',
  _prisma_migrations: 'which migrations ran',
}
