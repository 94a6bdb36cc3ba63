export const identity = {
  signIn: {
    title: 'Se connecter',
    motto: 'L’œuvre,<br></br>pas le ciseau.',
    intro: 'Ce que les gens ont fait aboutir, et ceux qui les y ont aidés.',
    email: 'Adresse professionnelle',
    password: 'Mot de passe',
    submit: 'Se connecter',
    forgotten: 'Mot de passe oublié ? Votre administrateur vous donne un lien.',
  },
  choose: {
    title: 'Où allez-vous ?',
    none: 'Aucune organisation ne vous compte parmi les siens. Demandez une invitation à votre administrateur.',
  },
  password: { show: 'Montrer le mot de passe' },
} as const
