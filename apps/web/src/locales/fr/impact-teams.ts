/** The table of teams. */
export const impactTeams = {
  title: 'Les équipes',
  note: 'Un résultat partagé compte pour sa part dans chaque équipe, celle du jour du résultat. Les équipes en dessous sont comprises.',
  noteToday: 'Un résultat partagé compte pour sa part dans chaque équipe, celle du jour du résultat, placée où elle est aujourd’hui.',
  chart: 'Organigramme',
  chartThen: 'Organigramme du jour du résultat',
  chartToday: 'Organigramme d’aujourd’hui',
  team: 'Équipe',
  own: '{team}, les siens propres',
  moved: 'Une équipe a changé de place : ses résultats d’alors comptent aussi dans celle du dessus, et les lignes dépassent l’ensemble.',
  all: 'Ensemble',
  back: 'Remonter',
} as const
