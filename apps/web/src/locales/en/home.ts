import type { Shape } from '../catalogue.ts'
import type { home as source } from '../fr/home.ts'

export const home = {
  title: 'Home',
  hello: 'Hello {name}',
  ask: 'What came of it?',
  placeholder: 'A sentence, or a pasted link',
  log: 'Log it',
  example: 'For example: “The Béja dairy renews for three years; Inès found the fault with me.”',
  mine: 'In hand',
  waiting: '{count, plural, one {One outcome waits for you} other {# outcomes wait for you}}',
  waitingMany: 'More than {count, plural, other {#}} outcomes wait for you',
  review: 'Review',
  lead: 'What came of it',
  wholeImpact: 'See the impact',
  newest: 'Verified lately',
  allNewest: 'All outcomes',
} satisfies Shape<typeof source>
