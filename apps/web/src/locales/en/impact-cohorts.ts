import type { Shape } from '../catalogue.ts'
import type { impactCohorts as source } from '../fr/impact-cohorts.ts'

export const impactCohorts = {
  title: 'Aim well, and wait',
  note: 'Share of accounts still alive after so many months, of every program begun before the end of the page. The band is the interval at {confidence} (Kaplan-Meier).',
  whole: 'Programs are counted whole here, across the organization, whatever the page’s filters and border.',
  today:
    'Accounts are watched up to {day}. Of an account only the latest post and the latest visit are kept: where they came since, it counts as in use all the while.',
  forms: { targeted: 'Targeted', mass: 'Mass' },
  programs: '{count, plural, one {# program} other {# programs}}',
  at: {
    both: 'After {months} months, {targeted} of the accounts of targeted programs are alive, and {mass} of those of mass programs.',
    results:
      'For every 100 participants, {targeted} {targetedPlural, plural, one {result} other {results}} on one side, {mass} on the other.',
  },
  verdict: {
    'targeted-longer': 'Those of targeted programs last longer: chance alone would make such a gap {chance}.',
    'mass-longer': 'Those of mass programs last longer: chance alone would make such a gap {chance}.',
    'no-clear-difference': 'Neither can be said to last longer than the other: chance alone would make such a gap {chance}.',
    few: 'Too few accounts, or too few of them have ended, to say which last longer.',
    targeted: 'There are only targeted programs: nothing to set them beside.',
    mass: 'There are only mass programs: nothing to set them beside.',
  },
  chance: { rare: 'less than once in a thousand', of: 'in {share} of cases' },
  aria: 'Survival curves of accounts: {curves}.',
  curve: '{form}, {marks}',
  monthsOf: '{count, plural, one {# month} other {# months}}',
  alive: {
    title: 'What is left of the accounts',
    start: 'Accounts',
    watched: '{count, plural, one {# watched} other {# watched}}',
    notYet: 'Too early',
    between: '{low} to {high}',
  },
  results: {
    title: 'What they brought',
    people: 'Participants',
    results: 'Results',
    perPeople: 'Per 100 people',
    perAccounts: 'Per 100 accounts',
    cost: 'Cost of a result',
  },
  value: {
    title: 'What that is worth',
    value: 'Value',
    perPerson: 'Per participant',
    perAccount: 'Per account',
    cost: 'Cost / value',
  },
  program: 'Program',
  few: 'fewer than {count}',
  withheld:
    'Of programs with fewer than {count} people, or that fewer than {count} joined between this day and another that can be asked about, nothing is said of them or their accounts.',
} satisfies Shape<typeof source>
