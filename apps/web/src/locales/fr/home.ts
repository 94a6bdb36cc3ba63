export const home = {
  title: 'Accueil',
  hello: 'Bonjour {name}',
  ask: 'Qu’avez-vous fait aboutir ?',
  placeholder: 'Une phrase, ou un lien collé',
  log: 'Noter',
  example: 'Par exemple : « La laiterie de Béja renouvelle pour trois ans, Inès a trouvé la panne avec moi. »',
} as const
