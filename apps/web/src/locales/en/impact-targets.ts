import type { Shape } from '../catalogue.ts'
import type { impactTargets as source } from '../fr/impact-targets.ts'

export const impactTargets = {
  title: 'Objectives',
  one: 'Objective',
  reached: 'Reached',
  target: 'Target',
  of: 'of {target}',
  pace: 'Pace',
  note: 'Those whose period touches the page’s, counted up to its end.',
  notePart: 'Those whose period touches the page’s. A dash: the page shows only a part, or its amount is reserved.',
  organization: 'The whole organization',
  about: '{team} · {days}',
  standings: {
    upcoming: 'To come',
    ahead: 'Ahead',
    'on-pace': 'On pace',
    behind: 'Behind',
    reached: 'Reached',
    missed: 'Not reached',
  },
} satisfies Shape<typeof source>
