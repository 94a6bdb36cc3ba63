import type { Shape } from '../catalogue.ts'
import type { impactDefinitions as source } from '../fr/impact-definitions.ts'

export const impactDefinitions = {
  counted: 'Counted',
  left: 'Not counted',
  formula: 'Formula',
  everywhere: 'For the whole page',
  zoneLabel: 'Days',
  roundingLabel: 'Rounding',
  borderLabel: 'Border',
  pastLabel: 'The past',
  zone: 'A result counts on the day it happened, in the time zone {zone}. Both ends of a period are included.',
  rounding:
    'Each amount is converted once, at the rate of the day of the result, rounded half to even at the smallest unit of {currency}, then allocated. Sums are exact; the screen shows three digits of them, the export all.',
  border:
    'Executives read the whole organization; a manager, the people who are in their teams today. Of fewer than {people} people, figures about them are withheld; results never are.',
  past: 'As of the evening of a day: the ledger as it was recorded then. A later correction changes nothing in it; a page of today shows it.',
  parts: {
    results: {
      title: 'Verified results',
      counted: 'The results of the period that are verified, each once. In a team or for a person, their share of the split.',
      left: 'What waits, what was declined or withdrawn, and what was reopened since.',
      formula: 'Sum of the shares in the ledger, takebacks netted out. 10,000 basis points are one result.',
    },
    value: {
      title: 'Credited value',
      counted: 'The realised value of verified results, in {currency}.',
      left: 'Opportunities, shown apart. Results whose value was not stated, which is not zero. Amounts without a known rate, listed apart.',
      formula: 'Converted value of each result, allocated by the weights by largest remainder, then added up.',
    },
    people: {
      title: 'People credited',
      counted: 'People who have a share in a verified result of the period.',
      left: 'Those who are only thanked, without a share.',
      formula: 'Distinct people whose shares add up to more than zero.',
    },
    median: {
      title: 'Median time to verify',
      counted: 'Results verified by people, from sending to the decision.',
      left: 'Imports, which nobody waited for.',
      formula: 'The one in the middle; between two, their mean. The promise ({promise}) is measured in the organization’s working days.',
    },
    overTime: {
      title: 'Over time',
      counted:
        'Verified results, or their value, on the day they happened. Around a month or a quarter the twelve months that lead up to it are drawn.',
      left: 'What has not begun is a gap, not a zero. What is still running is pale and dashed.',
      formula: 'Sum by step and series. Series add up to the whole, channels do not: a result can have several.',
    },
    sides: {
      title: 'The four ways',
      counted: 'Each result in one way only: social account, conventional channel, both, not stated. They add up to all.',
      left: 'Nothing: what is not stated stays below the line.',
      formula: 'Social share = (social account + both) ÷ all results.',
    },
    size: {
      title: 'Typical size',
      counted:
        'The realised value of results that have one: those of a social account (alone or with a channel), and those of a conventional channel alone.',
      left: 'Results without a value or a rate, opportunities, what is not stated.',
      formula:
        'Median, with its {confidence} interval by exact order statistics (ranks of the binomial distribution). Two intervals that overlap allow no winner.',
    },
    days: {
      title: 'From first contact to result',
      counted: 'Days between the first contact and the result, where the first contact is known.',
      left: 'Results without a known first contact.',
      formula: 'Median and {confidence} interval, as for the size.',
    },
    conversion: {
      title: 'Opportunities that became clients',
      counted: 'Verified opportunities of the period, and those that became a client since.',
      left: 'Clients won without an opportunity recorded before.',
      formula: 'Became ÷ all, Wilson interval at {confidence}.',
    },
    presence: {
      title: 'Presence and impact',
      counted:
        'Accounts registered by their owners and not withdrawn, at the end of the period. Active: gave a sign in the period or in the 90 days before its end (its registering less than 90 days before, a verified result that names it, its owner’s word, or what the owner allows to be read). With a result: named in a verified result of the period.',
      left: 'What the account posts, its followers, its clicks. Platforms where fewer than {people} people could be recognised, and the next smallest where one alone would be withheld.',
      formula: 'Distinct accounts. A withheld cell opens nothing.',
    },
    cohorts: {
      title: 'Targeted and mass programs',
      counted:
        'Accounts that their owners named for a program, from the day they named them until their end: 180 days without a sign (use that was said, a result, a visit, a permitted post), or closed. Verified results that name the program, from its first day to the end of the page.',
      left: 'Whoever left, or took back or withdrew an account, did not fail: it is not looked at from that day. Below {people} people nothing is said of them or their accounts; a sum from which a small group could be had leaves it out.',
      formula:
        'Survival: Kaplan-Meier, interval at {confidence} on the scale log(−log). Comparison: log-rank test; nothing is concluded above one chance in twenty, nor ever where fewer than five ends are expected on a side. Cost: budget of the whole program ÷ its results.',
    },
    teams: {
      title: 'Teams',
      counted: 'Each person’s share in the team they were in on the day of the result, with the teams that stood below it that day.',
      left: 'Today’s chart changes nothing in it unless it is chosen: teams then stand where they are now, each person staying in their team of then. People without a team that day stand apart.',
      formula: 'Sum of shares. The rows of a level and its own people add up to the row above.',
    },
    types: {
      title: 'Types of result',
      counted: 'Each verified result in its type, as the organization calls it today.',
      left: 'The value of opportunities stands in its column, in no total.',
      formula: 'Sum of shares by type. The rows add up to all.',
    },
    channels: {
      title: 'Channels',
      counted: 'Results in which the channel took part.',
      left: 'No channel is given more of the merit than another.',
      formula: 'Sum of results by channel. It can exceed the whole, and is never stacked.',
    },
    skills: {
      title: 'Trades',
      counted: 'The trade named on the result when it was verified.',
      left: 'The trades of people: only that of the result counts.',
      formula: 'Sum of shares by trade, those that name none included. The rows add up to all.',
    },
    programs: {
      title: 'Programs',
      counted: 'Results that belonged to a program when they were verified.',
      left: 'What the program may have brought about without the result saying so.',
      formula: 'Sum of shares by program, those without one included. The rows add up to all.',
    },
    objectives: {
      title: 'Objectives',
      counted: 'Results that serve an objective, as said when they were verified.',
      left: 'What serves the objective without being logged.',
      formula: 'Sum of shares by objective, those that serve none included. The rows add up to all.',
    },
    targets: {
      title: 'Target, reached, pace',
      counted: 'Verified results that name the objective or one that serves it, of its kinds, in its period, up to the end of the page’s.',
      left: 'What names it outside its days or its kinds. An objective that was put away. Target and period are those of today, even on a page of a past day.',
      formula:
        'Expected: target × days over before the page’s day ÷ days of the period. On pace: within 5% of the target, or within one result; above it ahead, below it behind.',
    },
    concentration: {
      title: 'Concentration',
      counted: 'The share of each person credited in the results, and in the value, of the period.',
      left: 'Names. People without credit. Below {people} people nothing is said.',
      formula:
        'Lorenz line: people in order from the smallest part to the largest. Half: the fewest people whose parts together make half of the whole.',
    },
    timeToVerify: {
      title: 'Time to verify',
      counted: 'Results verified by people, in whole days from sending to the decision.',
      left: 'Imports. What still waits.',
      formula: 'Number by span of days. Kept: decided within the promise of that time, in working days; it is {promise} today.',
    },
    howSure: {
      title: 'How sure',
      counted: 'Each verified result once: matched to a record of the CRM, or verified by people alone.',
      left: 'The first three rungs: they are not verified.',
      formula: 'Sum of shares by rung of the ledger. The two add up to all.',
    },
    waiting: {
      title: 'Not yet verified',
      counted: 'What was sent for the period and waits for a decision, as it stands now, by rung.',
      left: 'Drafts. None of these results is in another figure. A day in the past changes nothing here.',
      formula: 'Number of results, in today’s teams.',
    },
    notConverted: {
      title: 'Not converted',
      counted: 'Realised value in a currency without a known rate on the day of the result or before.',
      left: 'None of it is converted silently, and no sum mixes two currencies.',
      formula: 'Sum by currency, in its smallest unit.',
    },
  },
} satisfies Shape<typeof source>
