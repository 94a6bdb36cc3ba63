import type { Shape } from '../catalogue.ts'
import type { organizations as source } from '../fr/organizations.ts'

export const organizations = {} satisfies Shape<typeof source>
