import type { Scenario } from '../scenario.ts'
import type { SimulatedAccount, SimulatedProgram, SimulatedResult, Simulation } from '../simulated.ts'

/** A shipyard group two years after "everybody on LinkedIn": its named people; those of the simulation come beside them. */
export const grandLarge: Scenario = {
  slug: 'grand-large',
  name: 'Chantiers du Grand Large',
  language: 'fr',
  timeZone: 'Europe/Paris',
  reportingCurrency: 'EUR',
  promiseDays: 5,
  secondLook: null,
  teams: [{ key: 'group', name: 'Groupe', parent: null, managers: ['marc', 'ines'] }],
  people: [
    {
      key: 'helene',
      name: 'Hélène Kervadec',
      title: 'Directrice générale',
      site: 'Saint-Nazaire',
      team: 'group',
      roles: ['executive'],
      persona: 'executive',
    },
    {
      key: 'anna',
      name: 'Anna Le Floch',
      title: 'Systèmes',
      site: 'Saint-Nazaire',
      team: 'group',
      roles: ['administrator'],
      persona: 'administrator',
    },
    { key: 'marc', name: 'Marc Thibault', title: 'Développement commercial', site: 'Saint-Nazaire', team: 'group', persona: 'manager' },
    { key: 'ines', name: 'Inès Rousselot', title: 'Qualité', site: 'Lorient', team: 'group', roles: ['reviewer'] },
    { key: 'yann', name: 'Yann Morvan', title: 'Soudeur', site: 'Lorient', team: 'group', persona: 'employee' },
  ],
  ...{ objectives: [], programs: [], links: { domains: [], made: [] }, stories: [], stage: [], kudos: [], awards: [] },
  patterns: { perMonth: [], clients: [], kinds: [], channels: [] },
}

const firstNames =
  'Adèle Bastien Célia Damien Élise Fabrice Gwenn Hugo Iris Joël Katell Loïc Maud Nolwenn Olivier Perrine Quentin Rozenn Solène Tanguy'.split(
    ' ',
  )
const lastNames =
  'Abgrall Briand Cadiou Daniel Evenou Floc’h Guillou Hamon Jaouen Kerbrat Lagadec Madec Nicolas Ollivier Pennec Quéré Riou Salaün Tanguy Uguen Vigouroux Bescond Calvez Derrien Fichoux Gourvennec Hascoët Kermarrec Le&nbsp;Goff Le&nbsp;Roux Merdy Page Postic Prigent Rolland Simon Stéphan Troadec Cozic Bihan Auffret Balcon Corre Donval Favennec Gouez Heussaff Inizan Jezequel Kerneis Lozach Miossec Nédélec Omnès Pape Rannou Scouarnec Thomas Toullec Voisin'
    .split(' ')
    .map((name) => name.replace('&nbsp;', ' '))

/** Deterministic, so that what is told of it can be counted. */
function sequence(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

type Kind = {
  readonly size: number
  readonly joinWithin: number
  /** Of a hundred: still used in the last weeks, and never used after having been named. The rest stop some day. */
  readonly lasting: number
  readonly never: number
  readonly leaving: number
}

function accountsOf(from: number, startDaysAgo: number, kind: Kind, random: (below: number) => number): SimulatedAccount[] {
  return Array.from({ length: kind.size }, (_, n) => {
    const namedDaysAgo = startDaysAgo - random(kind.joinWithin)
    const fate = random(100)
    const stopped = namedDaysAgo - 1 - Math.floor((random(1000) * random(1000) * Math.min(namedDaysAgo - 2, 240)) / 1_000_000)
    const lastSignDaysAgo = fate < kind.lasting ? random(60) : fate < kind.lasting + kind.never ? namedDaysAgo : stopped
    const leftDaysAgo = random(100) < kind.leaving ? namedDaysAgo - 30 - random(150) : null
    // Whoever leaves gives no sign of it any more.
    return {
      person: from + n,
      namedDaysAgo,
      lastSignDaysAgo: leftDaysAgo === null ? lastSignDaysAgo : Math.max(lastSignDaysAgo, leftDaysAgo),
      leftDaysAgo,
    }
  })
}

/** Of those still there, on days of the program after they joined. */
function resultsOf(
  accounts: readonly SimulatedAccount[],
  { count, value }: { readonly count: number; readonly value: number },
  until: number,
  random: (below: number) => number,
): SimulatedResult[] {
  const able = accounts.filter(({ leftDaysAgo, namedDaysAgo }) => leftDaysAgo === null && namedDaysAgo - until > 40)
  return Array.from({ length: count }, () => {
    const { person, namedDaysAgo } = able[random(Math.max(1, Math.floor(able.length * 0.6)))] ?? { person: 0, namedDaysAgo: until + 40 }
    return { person, daysAgo: until + random(namedDaysAgo - until - 20), value: value * (1 + random(5)) }
  })
}

const mass: Kind = { size: 1200, joinWithin: 300, lasting: 9, never: 58, leaving: 6 }
const targeted: Omit<Kind, 'size'> = { joinWithin: 60, lasting: 76, never: 6, leaving: 4 }

/** A result that names an account is a sign of it. */
function withSigns(accounts: readonly SimulatedAccount[], results: readonly SimulatedResult[]): SimulatedAccount[] {
  return accounts.map((account) => ({
    ...account,
    lastSignDaysAgo: Math.min(
      account.lastSignDaysAgo,
      ...results.flatMap(({ person, daysAgo }) => (person === account.person ? daysAgo : [])),
    ),
  }))
}

/** One mass program with 1,200 accounts and few results; three targeted ones with 60 people; 140 people in none. */
export function simulateGrandLarge(): Simulation {
  const random = sequence(20_241_122)
  const people = Array.from(
    { length: 1400 },
    (_, n) => `${firstNames[n % 20] ?? ''} ${lastNames[Math.floor(n / 20) % 60] ?? ''}${n >= 1200 ? ' (B)' : ''}`,
  )
  const massAccounts = accountsOf(0, 700, mass, random)
  const plans = [
    { title: 'Répondre aux armateurs', size: 24, daysAgo: 560, value: 5_200, count: 34, waves: 2, budget: 9_000, hours: 190 },
    {
      title: 'Montrer la coque avant la mise à l’eau',
      size: 20,
      daysAgo: 520,
      value: 3_400,
      count: 21,
      waves: 1,
      budget: 6_000,
      hours: 140,
    },
    { title: 'Recruter par ceux qui soudent', size: 16, daysAgo: 480, value: 0, count: 17, waves: 1, budget: 4_500, hours: 110 },
  ]
  let from = 1200
  const programs: SimulatedProgram[] = plans.map(({ size, daysAgo, value, count, ...plan }) => {
    const accounts = accountsOf(from, daysAgo, { ...targeted, size }, random)
    from += size
    const days = daysAgo - 20
    const results = resultsOf(accounts, { count, value }, daysAgo - days + 1, random)
    return {
      ...{ ...plan, form: 'targeted', daysAgo, days, results, accounts: withSigns(accounts, results) },
      why: 'Pour ceux qui le veulent : une heure par semaine, une question réelle à la fois, quelqu’un pour relire.',
    }
  })
  const massResults = resultsOf(massAccounts, { count: 13, value: 900 }, 301, random)
  const all: SimulatedProgram = {
    ...{ title: 'Tous sur LinkedIn', why: 'Chacun un profil avant le salon.', form: 'mass', daysAgo: 700, days: 400, waves: 3 },
    ...{ budget: 86_000, hours: 2_400, accounts: withSigns(massAccounts, massResults), results: massResults },
  }
  const noneAccounts = accountsOf(from, 690, { size: 45, joinWithin: 500, lasting: 30, never: 35, leaving: 0 }, random)
  const noneResults = resultsOf(noneAccounts, { count: 9, value: 2_000 }, 30, random)
  return { people, programs: [all, ...programs], none: { accounts: withSigns(noneAccounts, noneResults), results: noneResults } }
}
