import type { Shape } from '../catalogue.ts'
import type { people as source } from '../fr/people.ts'

export const people = {} satisfies Shape<typeof source>
