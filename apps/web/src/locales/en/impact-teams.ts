import type { Shape } from '../catalogue.ts'
import type { impactTeams as source } from '../fr/impact-teams.ts'

export const impactTeams = {
  title: 'Teams',
  note: 'A shared result counts for its share in each team, that of the day of the result. Teams below are included.',
  noteToday: 'A shared result counts for its share in each team, that of the day of the result, placed where it is today.',
  chart: 'Chart',
  chartThen: 'Chart of the day of the result',
  chartToday: 'Today’s chart',
  team: 'Team',
  own: '{team}, its own people',
  moved: 'A team changed its place: its results of then count in the one above as well, and the rows exceed the whole.',
  all: 'All',
  back: 'Up',
} satisfies Shape<typeof source>
