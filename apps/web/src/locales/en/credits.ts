import type { Shape } from '../catalogue.ts'
import type { credits as source } from '../fr/credits.ts'

export const credits = {} satisfies Shape<typeof source>
