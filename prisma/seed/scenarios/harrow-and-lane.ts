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
  stories: [
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
