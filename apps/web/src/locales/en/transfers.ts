import type { Shape } from '../catalogue.ts'
import type { transfers as source } from '../fr/transfers.ts'

export const transfers = {} satisfies Shape<typeof source>
