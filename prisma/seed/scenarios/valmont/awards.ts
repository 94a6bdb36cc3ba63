import type { SeedAward } from '../../scenario.ts'

export const awards: readonly SeedAward[] = [
  {
    from: 'samuel',
    to: { person: 'rosalind' },
    stories: ['Le message de 6 h 12'],
    daysAgo: 40,
    reason:
      'Trente-quatre plans traduits en un week-end, sans qu’on vous le demande, et un glossaire que toute l’équipe utilise depuis. Lindenau a signé parce que chaque cote se lisait.',
  },
  {
    from: 'henri',
    to: { team: 'sav' },
    stories: ['La pompe qui chantait'],
    daysAgo: 25,
    reason: 'Une panne entendue au téléphone, une laiterie qui trait le soir même. Vous avez répondu avant de vendre.',
  },
]
