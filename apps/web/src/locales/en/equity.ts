import type { Shape } from '../catalogue.ts'
import type { equity as source } from '../fr/equity.ts'

export const equity = {
  title: 'Equity',
  intro:
    'From logged to on stage: what becomes of each person’s part, by team, site, trade, seniority and role. Groups, never a ranking of persons.',
  period: 'Period',
  months: 'The last {count} months',
  whole: 'The whole organization',
  reach: 'The teams you answer for',
  few: 'Fewer than {count} people: nothing is told of them.',
  all: {
    title: 'Altogether',
    people: 'People',
    peopleNote: 'who had {count, plural, one {one part} other {# parts}} in results',
    verified: 'Verified',
    onStage: 'On stage',
    thanked: 'Thanked',
    ofLogged: '{low} to {high} of what was logged',
    ofVerified: '{low} to {high} of what is verified',
  },
  say: {
    title: 'What can be read from it',
    parts:
      'Parts are counted: whoever had a part in two results counts twice, thanked without credit as much as a half. Drafts, and results withdrawn or merged, are not in it.',
    intervals:
      'Each share has its 90% interval (Wilson). It is rather too narrow, because parts of one person are alike. “Apart” means that the share of all lies outside it: a question to ask, not a verdict; of twenty equal groups, two would be so by chance.',
    thanks: 'Thanks are those that others may read; what was said in private is counted nowhere.',
    others: 'No other group is shown: Oeuvre holds no data of any.',
  },
  experts: {
    title: 'Hidden experts',
    note: 'In the teams you manage: named by others as helpers several times, and never on stage. Only those who manage them see them here. It is a proposal to say thank you.',
    none: 'Nobody in this period.',
    person: 'Person',
    results: 'Where others named them',
  },
  by: {
    team: { title: 'By team', note: 'The team on the day of the result.', none: 'No team' },
    site: { title: 'By site', note: 'The site of today.', none: 'Site not stated' },
    trade: { title: 'By trade', note: 'The trade that the result drew on.', none: 'No trade' },
    seniority: { title: 'By seniority', note: 'On the day of the result.', none: 'Day of joining not stated' },
    role: { title: 'By role', note: 'What each did in the result.', none: '–' },
  },
  seniority: { '0': 'Less than a year', '1': '1 to 3 years', '3': '3 to 10 years', '10': '10 years and more' },
  group: 'Group',
  people: 'People',
  logged: 'Parts logged',
  verified: 'Verified',
  onStage: 'On stage',
  thanked: 'Thanked',
  range: '{low} to {high}',
  apart: 'apart',
  hidden: 'Too few people to be told of, or known from the rest: {names}.',
  onlyUnknown: 'None of it is stated.',
  empty: 'Nothing was logged in this period.',
} satisfies Shape<typeof source>
