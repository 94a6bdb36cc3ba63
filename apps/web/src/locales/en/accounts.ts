import type { Shape } from '../catalogue.ts'
import type { accounts as source } from '../fr/accounts.ts'

export const accounts = {} satisfies Shape<typeof source>
