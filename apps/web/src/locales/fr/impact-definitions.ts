/** What each figure of the impact page counts and what it does not; fetched when somebody asks. */
export const impactDefinitions = {
  counted: 'Compté',
  left: 'Pas compté',
  formula: 'Calcul',
  everywhere: 'Pour toute la page',
  zoneLabel: 'Jours',
  roundingLabel: 'Arrondi',
  borderLabel: 'Périmètre',
  pastLabel: 'Passé',
  zone: 'Un résultat compte au jour où il a eu lieu, dans le fuseau {zone}. Les deux bornes d’une période sont comprises.',
  rounding:
    'Chaque montant est converti une fois, au cours du jour du résultat, arrondi au demi pair à la plus petite unité de {currency}, puis réparti. Les sommes sont exactes ; l’écran les montre à trois chiffres, l’export en entier.',
  border:
    'La direction lit toute l’organisation ; un manager, les personnes qui sont aujourd’hui dans ses équipes. Sur moins de {people} personnes, les chiffres qui parlent d’elles sont tus ; les résultats, jamais.',
  past: 'Tel qu’au soir d’un jour : le grand livre comme il était enregistré alors. Une correction d’après n’y change rien ; une page d’aujourd’hui la montre.',
  parts: {
    results: {
      title: 'Résultats vérifiés',
      counted: 'Les résultats de la période qui sont vérifiés, chacun une fois. Dans une équipe ou pour une personne, sa part du partage.',
      left: 'Ce qui attend, ce qui a été décliné ou retiré, et ce qui fut rouvert depuis.',
      formula: 'Somme des parts du grand livre, reprises déduites. 10 000 points de base font un résultat.',
    },
    value: {
      title: 'Valeur créditée',
      counted: 'La valeur réalisée des résultats vérifiés, en {currency}.',
      left: 'Les opportunités, montrées à part. Les résultats sans valeur dite, qui ne valent pas zéro. Les montants sans cours connu, listés à part.',
      formula: 'Valeur convertie de chaque résultat, répartie selon les poids par le plus fort reste, puis additionnée.',
    },
    people: {
      title: 'Personnes créditées',
      counted: 'Les personnes qui ont une part dans un résultat vérifié de la période.',
      left: 'Qui est seulement remercié, sans part.',
      formula: 'Personnes distinctes dont la somme des parts dépasse zéro.',
    },
    median: {
      title: 'Délai médian de vérification',
      counted: 'Les résultats vérifiés par des personnes, de l’envoi à la décision.',
      left: 'Les imports, que personne n’a attendus.',
      formula: 'La valeur du milieu ; entre deux, leur moyenne. La promesse ({promise}) se mesure en jours ouvrés de l’organisation.',
    },
    overTime: {
      title: 'Au fil du temps',
      counted:
        'Les résultats vérifiés, ou leur valeur, rangés au jour où ils ont eu lieu. Autour d’un mois ou d’un trimestre, les douze mois qui y mènent sont dessinés.',
      left: 'Ce qui n’a pas commencé est un vide, non un zéro. Ce qui court encore est pâle et pointillé.',
      formula: 'Somme par pas et par série. Les séries s’ajoutent au tout, sauf les canaux : un résultat peut en avoir plusieurs.',
    },
    sides: {
      title: 'Les quatre voies',
      counted: 'Chaque résultat dans une seule voie : compte social, canal conventionnel, les deux, non précisé. Elles font le tout.',
      left: 'Rien : ce qui n’est pas précisé reste sous la barre de fraction.',
      formula: 'Part sociale = (compte social + les deux) ÷ tous les résultats.',
    },
    size: {
      title: 'Taille habituelle',
      counted:
        'La valeur réalisée des résultats qui en ont une : ceux d’un compte social (seul ou avec un canal), et ceux d’un canal conventionnel seul.',
      left: 'Les résultats sans valeur ou sans cours, les opportunités, ce qui n’est pas précisé.',
      formula:
        'Médiane, et son intervalle à {confidence} par les statistiques d’ordre exactes (rangs de la loi binomiale). Deux intervalles qui se recouvrent n’autorisent à nommer personne.',
    },
    days: {
      title: 'Du premier contact au résultat',
      counted: 'Les jours entre le premier contact et le résultat, là où le premier contact est connu.',
      left: 'Les résultats sans premier contact connu.',
      formula: 'Médiane et intervalle à {confidence}, comme pour la taille.',
    },
    conversion: {
      title: 'Opportunités devenues clients',
      counted: 'Les opportunités vérifiées de la période, et celles qui sont devenues un client depuis.',
      left: 'Les clients gagnés sans opportunité notée auparavant.',
      formula: 'Devenues ÷ toutes, intervalle de Wilson à {confidence}.',
    },
    presence: {
      title: 'Présence et impact',
      counted:
        'Les comptes déclarés par leur propriétaire et non retirés, à la fin de la période. Actif : a donné un signe sur la période ou dans les 90 jours avant sa fin (sa déclaration depuis moins de 90 jours, un résultat vérifié qui le nomme, l’usage que dit son propriétaire, ou ce qu’il permet de lire). Avec résultat : nommé dans un résultat vérifié de la période.',
      left: 'Ce que le compte publie, ses abonnés, ses clics. Les plateformes où moins de {people} personnes se reconnaîtraient, et la plus petite suivante quand une seule serait tue.',
      formula: 'Comptes distincts. Une case tue n’ouvre sur rien.',
    },
    cohorts: {
      title: 'Programmes ciblés et de masse',
      counted:
        'Les comptes que leurs propriétaires ont nommés pour un programme, du jour où ils l’ont nommé jusqu’à leur fin : 180 jours sans signe (usage dit, résultat, visite, publication autorisée), ou clos. Les résultats vérifiés qui nomment le programme, de son premier jour à la fin de la page.',
      left: 'Qui s’est retiré, a repris ou retiré son compte n’a pas échoué : on cesse de le regarder ce jour-là. Sous {people} personnes, rien n’est dit d’elles ni de leurs comptes ; une somme d’où l’on déduirait un petit groupe le laisse dehors.',
      formula:
        'Survie : Kaplan-Meier, intervalle à {confidence} sur l’échelle log(−log). Comparaison : test du log-rank ; on ne conclut qu’au-dessous d’une chance sur vingt, et jamais quand moins de cinq fins sont attendues d’un côté. Coût : budget du programme entier ÷ ses résultats.',
    },
    teams: {
      title: 'Équipes',
      counted:
        'La part de chaque personne dans l’équipe où elle était le jour du résultat, avec les équipes placées en dessous ce jour-là.',
      left: 'L’organigramme d’aujourd’hui n’y change rien, sauf à le choisir : les équipes sont alors placées comme elles le sont à présent, chaque personne restant dans la sienne d’alors. Qui n’avait pas d’équipe ce jour-là est à part.',
      formula: 'Somme des parts. Les lignes d’un niveau et les siens propres font la ligne du dessus.',
    },
    types: {
      title: 'Types de résultat',
      counted: 'Chaque résultat vérifié dans son type, tel que l’organisation le nomme aujourd’hui.',
      left: 'La valeur des opportunités est dans sa colonne, dans aucun total.',
      formula: 'Somme des parts par type. Les lignes font le tout.',
    },
    channels: {
      title: 'Canaux',
      counted: 'Les résultats où le canal a servi.',
      left: 'Aucune part du mérite n’est donnée à un canal plutôt qu’à un autre.',
      formula: 'Somme des résultats par canal. Elle peut dépasser le tout, et n’est jamais empilée.',
    },
    skills: {
      title: 'Métiers',
      counted: 'Le métier nommé sur le résultat à sa vérification.',
      left: 'Le métier des personnes : seul compte celui du résultat.',
      formula: 'Somme des parts par métier, ceux qui n’en nomment pas compris. Les lignes font le tout.',
    },
    programs: {
      title: 'Programmes',
      counted: 'Les résultats rattachés à un programme à leur vérification.',
      left: 'Ce que le programme a pu provoquer sans que le résultat le dise.',
      formula: 'Somme des parts par programme, ceux qui n’en ont pas compris. Les lignes font le tout.',
    },
    objectives: {
      title: 'Objectifs',
      counted: 'Les résultats qui servent un objectif, tel que dit à leur vérification.',
      left: 'Ce qui sert l’objectif sans être noté.',
      formula: 'Somme des parts par objectif, ceux qui n’en servent pas compris. Les lignes font le tout.',
    },
    targets: {
      title: 'Cible, atteint, rythme',
      counted:
        'Les résultats vérifiés qui nomment l’objectif ou l’un de ceux qui le servent, de ses types, dans sa période, jusqu’à la fin de celle de la page.',
      left: 'Ce qui le nomme hors de ses jours ou de ses types. Un objectif rangé. Cible et période sont celles d’aujourd’hui, même pour une page d’un jour passé.',
      formula:
        'Attendu : cible × jours écoulés avant le jour de la page ÷ jours de la période. Au rythme : à 5 % de la cible près, ou à un résultat près ; au-dessus, en avance ; au-dessous, en retard.',
    },
    concentration: {
      title: 'Concentration',
      counted: 'La part de chaque personne créditée dans les résultats, et dans la valeur, de la période.',
      left: 'Les noms. Les personnes sans crédit. Sous {people} personnes, rien n’est dit.',
      formula:
        'Courbe de Lorenz : personnes rangées de la plus petite part à la plus grande. La moitié : le plus petit nombre de personnes dont les parts font ensemble la moitié du tout.',
    },
    timeToVerify: {
      title: 'Temps de vérification',
      counted: 'Les résultats vérifiés par des personnes, en jours entiers de l’envoi à la décision.',
      left: 'Les imports. Ce qui attend encore.',
      formula: 'Nombre par tranche de jours. Tenue : décidé dans la promesse d’alors, en jours ouvrés ; elle est aujourd’hui de {promise}.',
    },
    howSure: {
      title: 'Solidité',
      counted: 'Chaque résultat vérifié une fois : rapproché d’une affaire du CRM, ou vérifié par des personnes seules.',
      left: 'Les trois premiers degrés : ils ne sont pas vérifiés.',
      formula: 'Somme des parts par degré du grand livre. Les deux font le tout.',
    },
    waiting: {
      title: 'Pas encore vérifié',
      counted: 'Ce qui a été envoyé sur la période et attend une décision, tel que c’est maintenant, par degré.',
      left: 'Les brouillons. Aucun de ces résultats n’est dans un autre chiffre. Un jour passé n’y change rien.',
      formula: 'Nombre de résultats, dans les équipes d’aujourd’hui.',
    },
    notConverted: {
      title: 'Non converti',
      counted: 'La valeur réalisée dans une devise sans cours connu au jour du résultat ou avant.',
      left: 'Rien n’en est converti en silence, et aucune somme ne mêle deux devises.',
      formula: 'Somme par devise, dans sa plus petite unité.',
    },
  },
} as const
