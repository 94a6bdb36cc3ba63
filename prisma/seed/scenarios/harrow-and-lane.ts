import type { Scenario, SeedPerson } from '../scenario.ts'

const person = (key: string, name: string, title: string, team: string, more: Partial<SeedPerson> = {}): SeedPerson => ({
  key,
  name,
  title,
  site: 'Leeds',
  team,
  ...more,
})
const linkedin = (handle: string) => ({ address: `https://www.linkedin.com/in/${handle}`, visibility: 'organization' as const })

/** A small English consultancy, so that there is a border to look at: nothing of one organization is seen from the other. */
export const harrowAndLane: Scenario = {
  slug: 'harrow-and-lane',
  name: 'Harrow & Lane',
  language: 'en',
  timeZone: 'Europe/London',
  reportingCurrency: 'GBP',
  promiseDays: 2,
  secondLook: null,
  teams: [
    { key: 'practice', name: 'Practice', parent: null, managers: ['judith'] },
    { key: 'rail', name: 'Rail', parent: 'practice', managers: ['dev'] },
    { key: 'water', name: 'Water', parent: 'practice', managers: ['morag'] },
  ],
  people: [
    person('judith', 'Judith Harrow', 'Managing partner', 'practice', { roles: ['executive', 'reviewer'], persona: 'executive' }),
    person('sam', 'Sam Whitlock', 'Office and systems', 'practice', { roles: ['administrator'], persona: 'administrator' }),
    person('dev', 'Dev Chaudhary', 'Head of Rail', 'rail', { persona: 'manager', accounts: [linkedin('dev-chaudhary-rail')] }),
    person('kerry', 'Kerry O’Malley', 'Signalling engineer', 'rail', { persona: 'employee', accounts: [linkedin('kerry-omalley')] }),
    person('tunde', 'Tunde Bakare', 'Graduate engineer', 'rail'),
    person('morag', 'Morag Sinclair', 'Head of Water', 'water', { accounts: [linkedin('morag-sinclair')] }),
    person('luca', 'Luca Ferri', 'Hydrologist', 'water', {
      accounts: [{ address: 'https://bsky.app/profile/lucaferri.bsky.social', visibility: 'organization' }],
    }),
    person('beth', 'Beth Ashdown', 'Flood modeller', 'water'),
  ],
  links: { domains: ['harrow-and-lane.example'], made: [] },
  programs: [
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
  ],
  objectives: [
    {
      key: 'commissions',
      title: 'Three hundred thousand pounds of new commissions',
      why: 'Two clients were half of our year. We want to be able to say no to either of them.',
      team: null,
      owner: 'judith',
      measure: 'value',
      target: 300_000,
      types: ['client-won'],
      monthsAgo: 10,
      months: 12,
    },
    {
      key: 'briefs',
      title: 'Eight briefs before the tender box',
      why: 'What reaches us as a tender is already somebody else’s idea.',
      team: 'rail',
      parent: 'commissions',
      owner: 'dev',
      measure: 'results',
      target: 8,
      types: ['opportunity-found'],
      monthsAgo: 10,
      months: 12,
    },
    {
      key: 'gauges',
      title: 'Four data sets that nobody had',
      why: 'A model is as good as its gauges, and the county’s are old.',
      team: 'water',
      owner: 'morag',
      measure: 'results',
      target: 4,
      types: ['market-insight'],
      monthsAgo: 10,
      months: 12,
    },
  ],
  stage: [
    {
      title: 'The culvert nobody had mapped',
      by: 'judith',
      daysAgo: 5,
      isLead: true,
      reason: 'We asked in public what we did not know, and were told. Then somebody did two evenings of work that nobody saw.',
      quote: '“A map with a gap in it. I could not leave it alone.”',
      needed: 'The nerve to publish a map with a hole in it, and a box of notebooks.',
      learnt: 'A question shows more of what we can do than an answer.',
      thanks: 'Two evenings with somebody else’s handwriting: thank you, Beth.',
      clientAs: 'a borough council',
      unnamed: [],
      silent: [],
    },
    {
      title: 'Thirty metres of drawings in a loft',
      by: 'judith',
      daysAgo: 11,
      reason: 'A client stayed because somebody looked where nobody had looked.',
      quote: '“You went up the ladder.”',
      needed: 'A ladder, a torch, and Saturday morning.',
      learnt: 'Ask the caretaker first.',
      thanks: '',
      clientAs: null,
      unnamed: [],
      silent: [],
    },
    {
      title: 'Eleven bridges before breakfast',
      by: 'judith',
      daysAgo: 18,
      reason: 'The quickest survey we ever sold, because it was honest about what it left out.',
      quote: '',
      needed: '',
      learnt: 'Say what was not looked at on the first page.',
      thanks: '',
      clientAs: null,
      unnamed: ['tunde'],
      silent: [],
    },
  ],
  stories: [
    {
      daysAgo: 52,
      type: 'client-kept',
      title: 'Thirty metres of drawings in a loft',
      subject: 'Aire Valley Water',
      value: 31000,
      channels: ['phone'],
      people: [
        ['morag', 'lead', 60],
        ['beth', 'support', 40],
      ],
      story: [
        'Aire Valley Water was about to pay somebody else to survey what it had owned for eighty years.',
        'Morag asked the caretaker where the old drawings went. They were in a loft in Shipley, rolled in newspaper. Beth spent a Saturday photographing them.',
        'The survey was not needed, the framework was renewed for two years.',
      ],
      skill: 'research',
      waits: [1, 1],
    },
    {
      daysAgo: 75,
      type: 'client-won',
      title: 'Eleven bridges before breakfast',
      subject: 'Penn Freight',
      value: 22000,
      channels: ['linkedin@kerry', 'phone'],
      people: [
        ['kerry', 'lead', 60],
        ['tunde', 'support', 40],
      ],
      story: [
        'Penn Freight needed to know by nine which of its bridges a heavier wagon could use.',
        'Kerry had written about exactly that the month before; the operations manager had kept the link. She and Tunde drove the branch line at five, with a thermos and a checklist.',
        'Eleven bridges, a one-page answer, and a commission for the full assessment.',
      ],
      skill: 'selling',
      waits: [1, 1],
    },
    {
      daysAgo: 30,
      type: 'client-won',
      title: 'The culvert nobody had mapped',
      subject: 'Calder Borough Council',
      value: 46000,
      channels: ['bluesky@luca', 'phone'],
      people: [
        ['luca', 'lead', 50],
        ['beth', 'shadow', 50],
      ],
      story: [
        'After the February flood the council could not say where the water had gone.',
        'Luca asked the question in public, with a map and a gap in it. A retired drainage inspector answered. Beth rebuilt the model over two evenings from his notebooks.',
        'The council commissioned the whole catchment.',
      ],
      skill: 'research',
      waits: [1, 1.5],
    },
    {
      daysAgo: 6,
      type: 'opportunity-found',
      title: 'A level crossing near Selby',
      subject: 'North Moor Railway',
      value: 28000,
      channels: ['phone'],
      people: [
        ['kerry', 'lead', 70],
        ['tunde', 'support', 30],
      ],
      story: ['Two near misses in a month.', 'Kerry rang the line manager instead of writing to the tender box.', ''],
      skill: 'selling',
      state: 'submitted',
      waits: [1, 0],
    },
  ],
  kudos: [
    {
      story: 'The culvert nobody had mapped',
      from: 'dev',
      to: ['beth'],
      daysAgo: 24,
      text: 'Two evenings with somebody else’s notebooks, and the model holds.',
    },
    {
      story: 'The culvert nobody had mapped',
      from: 'kerry',
      to: ['luca', 'beth'],
      daysAgo: 22,
      text: 'You published the gap in the map instead of hiding it.',
    },
    {
      story: 'The culvert nobody had mapped',
      from: 'luca',
      to: ['beth'],
      daysAgo: 23,
      isPrivate: true,
      text: 'I asked the question; you made the answer usable. I told the council so.',
    },
  ],
  awards: [
    {
      from: 'morag',
      to: { person: 'beth' },
      stories: ['The culvert nobody had mapped'],
      daysAgo: 18,
      reason: 'Two evenings with a stranger’s notebooks, and a model that the whole catchment now stands on. Nobody asked you to.',
    },
  ],
  patterns: {
    perMonth: [2, 1, 3, 2, 2, 3, 4, 3, 3, 4, 5, 2],
    clients: ['Calder Borough Council', 'North Moor Railway', 'Humber Drainage Board', 'Aire Valley Water', 'Penn Freight'],
    kinds: [
      {
        type: 'client-won',
        share: 3,
        teams: ['rail', 'water'],
        skill: 'selling',
        value: [18000, 0.6],
        titles: ['{client}: first commission', '{client} signs', 'A survey for {client}'],
        lines: [
          [
            '{client} had a question and no budget line for it.',
            'We answered the question first.',
            'The commission came three weeks later.',
          ],
        ],
      },
      {
        type: 'opportunity-found',
        share: 4,
        teams: ['rail', 'water'],
        skill: 'selling',
        value: [25000, 0.7],
        titles: ['{client} is asking around', 'A brief from {client}'],
        lines: [['A remark at the end of a site visit.', 'Followed up the same day, with a drawing.', 'A brief is being written.']],
      },
      {
        type: 'market-insight',
        share: 1,
        teams: ['water'],
        skill: 'research',
        titles: ['New gauge data for {client}'],
        lines: [['A data set nobody had noticed.', 'Checked against our own gauges.', 'Two models corrected before they were used.']],
      },
    ],
    channels: [
      [3, ['linkedin']],
      [3, ['phone']],
      [2, ['e-mail']],
      [1, ['event']],
      [1, []],
    ],
  },
}
