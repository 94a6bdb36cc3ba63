/** Objectives on the page: target, reached, pace. */
export const impactTargets = {
  title: 'Les objectifs',
  one: 'Objectif',
  reached: 'Atteint',
  target: 'Cible',
  of: 'sur {target}',
  pace: 'Rythme',
  note: 'Ceux dont la période touche celle de la page, comptés jusqu’à la fin de celle-ci.',
  notePart: 'Ceux dont la période touche celle de la page. Un tiret : la page n’en montre qu’une part, ou son montant est réservé.',
  organization: 'Toute l’organisation',
  about: '{team} · {days}',
  standings: {
    upcoming: 'À venir',
    ahead: 'En avance',
    'on-pace': 'Au rythme',
    behind: 'En retard',
    reached: 'Atteint',
    missed: 'Pas atteint',
  },
} as const
