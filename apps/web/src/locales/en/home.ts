import type { Shape } from '../catalogue.ts'
import type { home as source } from '../fr/home.ts'

export const home = {
  title: 'Home',
  hello: 'Hello {name}',
  ask: 'What came of it?',
  placeholder: 'A sentence, or a pasted link',
  log: 'Log it',
  example: 'For example: “The Béja dairy renews for three years; Inès found the fault with me.”',
} satisfies Shape<typeof source>
