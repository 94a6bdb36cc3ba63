import { createStore } from './store.ts'

/**
 * The organization of this tab, from the address. Two tabs may show two organizations, so it is kept in no cookie and no
 * storage; every call names it.
 */
export const organizationSlug = createStore<string | null>(null)
