import type { SeedKudos } from '../../scenario.ts'

/** Said after the fact, of something that somebody saw. */
export const kudos: readonly SeedKudos[] = [
  {
    story: 'Le message de 6 h 12',
    from: 'samuel',
    to: ['aicha'],
    daysAgo: 58,
    text: 'La photo de la cote. Je la montre à tous les nouveaux.',
  },
  {
    story: 'Le message de 6 h 12',
    from: 'mamadou',
    to: ['aicha', 'jonas', 'rosalind', 'elodie'],
    daysAgo: 56,
    text: 'Et personne n’a parlé de prix avant la visite. Respect.',
  },
  {
    story: 'Le message de 6 h 12',
    from: 'aicha',
    to: ['rosalind'],
    daysAgo: 57,
    text: 'Trente-quatre plans en un week-end, et pas une cote de travers : Holger m’en parle encore.',
  },
  {
    story: 'Le message de 6 h 12',
    from: 'claire',
    to: ['rosalind'],
    daysAgo: 3,
    text: 'Votre glossaire des ajustements circule maintenant dans toute l’équipe Commerce.',
  },
  {
    story: 'Le message de 6 h 12',
    from: 'jonas',
    to: ['rosalind'],
    daysAgo: 54,
    isPrivate: true,
    text: 'Tu m’as demandé ce que voulait dire « battement » au lieu de deviner. C’est ce qui a sauvé le calcul.',
  },
  {
    story: 'La pompe qui chantait',
    from: 'ines',
    to: ['thierry'],
    daysAgo: 37,
    text: 'Tu as dit « palier » avant que j’aie fini la phrase.',
  },
  { story: 'La pompe qui chantait', from: 'samuel', to: ['thierry', 'ines'], daysAgo: 36, text: 'Onze secondes de vidéo. Onze.' },
  {
    story: 'La pompe qui chantait',
    from: 'nour',
    to: ['thierry'],
    daysAgo: 30,
    text: 'La laiterie t’envoie du fromage, il est au frigo du SAV.',
  },
  {
    story: 'Les soudeurs que plus personne ne cherchait',
    from: 'yannick',
    to: ['genevieve'],
    daysAgo: 70,
    text: 'Sans votre troisième appel, je ne serais pas venu.',
  },
  {
    story: 'Les soudeurs que plus personne ne cherchait',
    from: 'loic',
    to: ['mamadou'],
    daysAgo: 88,
    text: 'Une passe de racine filmée sans un mot, et l’atelier de nuit revit.',
  },
  {
    story: 'Le deuxième alliage',
    from: 'henri',
    to: ['sophie', 'weiling', 'arthur'],
    daysAgo: 28,
    text: 'Sophie contrôlait l’éprouvette un samedi matin pendant que la ligne 3 tournait encore grâce à vous.',
  },
  {
    story: 'Le joint tournant de Gennevilliers',
    from: 'damien',
    to: ['mathilde'],
    daysAgo: 150,
    text: 'Redessiner un joint d’après trois photographies : je ne savais pas que c’était possible.',
  },
]
