import type { SeedProgram } from '../../scenario.ts'

export const programs: readonly SeedProgram[] = [
  {
    title: 'Tous sur LinkedIn',
    why: 'La direction voulait que chacun ait un profil avant le salon de Nantes.',
    form: 'mass',
    objective: 'commandes',
    owner: 'claire',
    coaches: [],
    channels: ['linkedin'],
    participants: [
      'aicha',
      'ingrid',
      'gaspard',
      'elodie',
      'fatoumata',
      'capucine',
      'jonas',
      'tomasz',
      'mathilde',
      'matteo',
      'bruno',
      'yasmine',
      'sophie',
      'paul',
    ],
    invited: [],
    ...{ daysAgo: 540, days: 180, budget: 24_000, hours: 300, waves: 2 },
  },
  {
    title: 'Répondre aux exploitants, là où ils demandent',
    why: 'Ceux qui répondent déjà à des questions d’hydraulique le font mieux à plusieurs : une heure par semaine, un dossier par mois.',
    form: 'targeted',
    objective: 'commandes',
    owner: 'samuel',
    coaches: ['capucine', 'samuel'],
    channels: ['linkedin', 'forum'],
    participants: ['aicha', 'jonas', 'elodie', 'tomasz', 'fatoumata', 'ingrid'],
    invited: ['rosalind', 'matteo'],
    ...{ daysAgo: 300, days: 365, budget: 6_000, hours: 120, waves: 1 },
    playbook: {
      'first-steps': `Une heure suffit pour commencer.

1. Notez trois questions que des exploitants vous ont posées ce mois-ci, par téléphone ou sur place.
2. Cherchez-les sur le forum et dans les groupes d’hydraulique : quelqu’un les pose sans doute en ce moment.
3. Répondez à une seule, comme vous le feriez au téléphone. Capucine relit avant, si vous voulez.`,
      examples: `**La pompe qui chantait.** Un exploitant demandait pourquoi sa pompe vibrait à mi-charge. La réponse tenait en six lignes et un schéma. Il a appelé trois semaines après.

**Dire non.** « Pour ce débit, notre gamme ne convient pas ; voyez plutôt… » Le message le plus repris de l’année.`,
      'do-and-dont': `À faire :

- répondre à la question posée, puis s’arrêter ;
- dire ce que l’on ne sait pas ;
- demander à l’exploitant avant de montrer son installation.

À ne pas faire :

- publier un prix, un délai ou le nom d’un client ;
- répondre à un concurrent sur un autre terrain que la technique.`,
      disclosure: 'On dit pour qui l’on travaille dans chaque réponse, pas seulement sur son profil. La phrase ci-dessous suffit.',
    },
    notes: [
      [
        'aicha',
        'samuel',
        'J’ai une question de la station de Royan sur les clapets. Elle est un peu longue : je la mets en ligne telle quelle ?',
      ],
      ['samuel', 'aicha', 'Oui, en enlevant le nom de la station. Votre schéma de mardi répond déjà aux deux tiers, mettez-le en premier.'],
    ],
  },
]
