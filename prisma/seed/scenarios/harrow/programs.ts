import type { SeedProgram } from '../../scenario.ts'

export const programs: readonly SeedProgram[] = [
  {
    title: 'Everybody online by spring',
    why: 'The partners wanted a profile for each of us before the framework came up.',
    form: 'mass',
    objective: 'commissions',
    owner: 'judith',
    coaches: [],
    channels: ['linkedin'],
    participants: ['kerry', 'tunde', 'luca', 'beth', 'morag'],
    invited: [],
    ...{ daysAgo: 540, days: 150, budget: 4_000, hours: 60, waves: 1 },
  },
  {
    title: 'Publishing what we measure',
    why: 'Those who have data that others lack show it where engineers look. An hour a week, with somebody to read it first.',
    form: 'targeted',
    objective: 'gauges',
    owner: 'dev',
    coaches: ['morag', 'dev'],
    channels: ['linkedin', 'bluesky', 'blog'],
    participants: ['luca', 'morag', 'beth'],
    invited: ['kerry'],
    ...{ daysAgo: 280, days: 365, budget: 1_500, hours: 40, waves: 1 },
    playbook: {
      'first-steps': `An hour is enough to begin.

1. Pick one chart that you made this month and that nobody outside has.
2. Write the two sentences that you would say while showing it to a colleague.
3. Send it to Morag, who reads it the same day. Then post it where engineers ask about it.`,
      examples: `**Eleven gauges, one storm.** Luca posted the hydrographs side by side, with the one that failed. Two councils asked how they were mounted.

**What we got wrong.** The correction of our April figures was read more often than the figures.`,
      'do-and-dont': `Do:

- show the method beside the result;
- say how sure you are;
- ask the client before their catchment is recognisable.

Don’t:

- post anything under embargo or from a live tender;
- argue about blame after a flood.`,
      disclosure: 'Say whom you work for in each post, not only in your profile. The line below is enough.',
    },
    notes: [
      ['luca', 'dev', 'The Tarn gauge has a gap of two days. Do I leave it in?'],
      ['dev', 'luca', 'Leave it in and say why. The gap is the most useful thing on the chart.'],
    ],
  },
]
