import type { Shape } from '../catalogue.ts'
import type { outcomes as source } from '../fr/outcomes.ts'

export const outcomes = {} satisfies Shape<typeof source>
