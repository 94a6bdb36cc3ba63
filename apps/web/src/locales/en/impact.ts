import type { Shape } from '../catalogue.ts'
import type { impact as source } from '../fr/impact.ts'

export const impact = {} satisfies Shape<typeof source>
