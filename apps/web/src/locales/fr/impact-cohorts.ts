/** Targeted beside mass, on the page. */
export const impactCohorts = {
  title: 'Viser juste, et attendre',
  note: 'Part des comptes encore vivants après tant de mois, de chaque programme commencé avant la fin de la page. La bande est l’intervalle à {confidence} (Kaplan-Meier).',
  whole: 'Les programmes sont ici comptés entiers, dans toute l’organisation, quels que soient les filtres et le périmètre de la page.',
  today:
    'Les comptes sont regardés jusqu’au {day}. D’un compte, seuls le dernier message et la dernière visite sont gardés : s’ils sont venus depuis, il compte comme resté en usage.',
  forms: { targeted: 'Ciblés', mass: 'De masse' },
  programs: '{count, plural, one {# programme} other {# programmes}}',
  at: {
    both: 'Après {months} mois, {targeted} des comptes des programmes ciblés vivent, et {mass} de ceux des programmes de masse.',
    results: 'Pour 100 participants, {targeted} {targetedPlural, plural, one {résultat} other {résultats}} d’un côté, {mass} de l’autre.',
  },
  verdict: {
    'targeted-longer': 'Ceux des programmes ciblés durent plus longtemps : le hasard seul ferait un tel écart {chance}.',
    'mass-longer': 'Ceux des programmes de masse durent plus longtemps : le hasard seul ferait un tel écart {chance}.',
    'no-clear-difference': 'On ne peut pas dire que les uns durent plus que les autres : le hasard seul ferait un tel écart {chance}.',
    few: 'Trop peu de comptes, ou trop peu se sont éteints, pour dire lesquels durent le plus longtemps.',
    targeted: 'Il n’y a que des programmes ciblés : rien à côté de quoi les mettre.',
    mass: 'Il n’y a que des programmes de masse : rien à côté de quoi les mettre.',
  },
  chance: { rare: 'moins d’une fois sur mille', of: 'dans {share} des cas' },
  aria: 'Courbes de survie des comptes : {curves}.',
  curve: '{form}, {marks}',
  monthsOf: '{count, plural, one {# mois} other {# mois}}',
  alive: {
    title: 'Ce qu’il reste des comptes',
    start: 'Comptes',
    watched: '{count, plural, one {# suivi} other {# suivis}}',
    notYet: 'Trop tôt',
    between: '{low} à {high}',
  },
  results: {
    title: 'Ce qu’ils ont apporté',
    people: 'Participants',
    results: 'Résultats',
    perPeople: 'Pour 100 pers.',
    perAccounts: 'Pour 100 comptes',
    cost: 'Coût d’un résultat',
  },
  value: {
    title: 'Ce que cela vaut',
    value: 'Valeur',
    perPerson: 'Par participant',
    perAccount: 'Par compte',
    cost: 'Coût / valeur',
  },
  program: 'Programme',
  few: 'moins de {count}',
  withheld:
    'Des programmes de moins de {count} personnes, ou que moins de {count} ont rejoints entre ce jour et un autre que l’on peut demander, rien n’est dit d’elles ni de leurs comptes.',
} as const
