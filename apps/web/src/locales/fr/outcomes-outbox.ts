export const outcomesOutbox = {
  title: 'Gardés sur cet appareil, pas encore au serveur',
  kept: 'Partira au retour du réseau',
  sending: 'Envoi…',
  look: 'À revoir avant l’envoi',
  toReview: 'Pour relecture',
  sent: 'Envoyé pour relecture : {title}.',
  saved: 'Enregistré : {title}.',
} as const
