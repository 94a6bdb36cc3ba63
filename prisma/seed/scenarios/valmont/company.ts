import type { SeedPerson, SeedTeam } from '../../scenario.ts'

export const teams: readonly SeedTeam[] = [
  { key: 'valmont', name: 'Atelier Valmont', parent: null, managers: [] },
  { key: 'commerce', name: 'Commerce', parent: 'valmont', managers: ['claire'] },
  { key: 'export', name: 'Export', parent: 'commerce', managers: ['samuel'] },
  { key: 'france', name: 'Ventes France', parent: 'commerce', managers: ['gaspard'] },
  { key: 'marketing', name: 'Marketing', parent: 'commerce', managers: ['capucine'] },
  { key: 'industrie', name: 'Industrie', parent: 'valmont', managers: ['henri'] },
  { key: 'etudes', name: 'Bureau d’études', parent: 'industrie', managers: ['farid'] },
  { key: 'chaudronnerie', name: 'Chaudronnerie', parent: 'industrie', managers: ['solange'] },
  { key: 'qualite', name: 'Qualité', parent: 'industrie', managers: ['paul'] },
  { key: 'sav', name: 'Service après-vente', parent: 'industrie', managers: ['nour'] },
  { key: 'ressources', name: 'Ressources', parent: 'valmont', managers: ['agnes'] },
  { key: 'rh', name: 'Ressources humaines', parent: 'ressources', managers: ['nadege'] },
  { key: 'achats', name: 'Achats', parent: 'ressources', managers: ['weiling'] },
]

const lyon = 'Vénissieux'
const brest = 'Brest'
const person = (
  key: string,
  name: string,
  title: string,
  team: string | null,
  site = lyon,
  more: Partial<SeedPerson> = {},
): SeedPerson => ({ key, name, title, site, team, ...more })
const linkedin = (handle: string, visibility: 'me' | 'managers' | 'organization' = 'organization') => ({
  address: `https://www.linkedin.com/in/${handle}`,
  visibility,
})

export const people: readonly SeedPerson[] = [
  person('helene', 'Hélène Roche', 'Directrice générale', 'valmont', lyon, { roles: ['executive', 'reviewer'], persona: 'executive' }),
  person('lucie', 'Lucie Tran', 'Systèmes d’information', 'ressources', lyon, { roles: ['administrator'], persona: 'administrator' }),
  person('claire', 'Claire Vasseur', 'Directrice commerciale', 'commerce', lyon, { accounts: [linkedin('claire-vasseur-valmont')] }),
  person('samuel', 'Samuel Osei', 'Responsable export', 'export', lyon, { persona: 'manager', accounts: [linkedin('samuel-osei')] }),
  person('aicha', 'Aïcha Benhaddou', 'Ingénieure commerciale', 'export', lyon, {
    accounts: [linkedin('aicha-benhaddou'), { address: 'https://bsky.app/profile/aicha.bsky.social', visibility: 'organization' }],
  }),
  // In the team of the manager whom the demonstration offers: what she logs is in his queue.
  person('rosalind', 'Rosalind Okafor', 'Commerciale îles Britanniques', 'export', lyon, {
    persona: 'employee',
    accounts: [linkedin('rosalind-okafor')],
  }),
  person('matteo', 'Matteo Bianchi', 'Commercial Italie', 'export'),
  person('ingrid', 'Ingrid Solberg', 'Commerciale pays nordiques', 'export', lyon, { accounts: [linkedin('ingrid-solberg', 'managers')] }),
  person('gaspard', 'Gaspard Lenoir', 'Responsable ventes France', 'france', lyon, { accounts: [linkedin('gaspard-lenoir')] }),
  person('elodie', 'Élodie Marchand', 'Grands comptes', 'france', lyon, {
    accounts: [linkedin('elodie-marchand'), { address: 'https://x.com/elodiemarchand', visibility: 'organization' }],
  }),
  person('fatoumata', 'Fatoumata Sy', 'Commerciale hydraulique', 'france', lyon, { accounts: [linkedin('fatoumata-sy')] }),
  person('bruno', 'Bruno Castaing', 'Technico-commercial', 'france', brest),
  person('genevieve', 'Geneviève Pons', 'Standard et accueil', 'france'),
  person('capucine', 'Capucine Arnaud', 'Responsable marketing', 'marketing', lyon, {
    accounts: [linkedin('capucine-arnaud'), { address: 'https://www.youtube.com/@ateliervalmont', visibility: 'organization' }],
  }),
  person('baptiste', 'Baptiste Roussel', 'Rédacteur technique', 'marketing', lyon, {
    accounts: [linkedin('baptiste-roussel'), { address: 'https://mastodon.social/@baptiste_r', visibility: 'organization' }],
  }),
  person('yasmine', 'Yasmine Kaci', 'Chargée d’événements', 'marketing'),
  person('henri', 'Henri Delmas', 'Directeur industriel', 'industrie'),
  person('farid', 'Farid Lemaire', 'Chef du bureau d’études', 'etudes'),
  person('jonas', 'Jonas Weber', 'Ingénieur calcul', 'etudes', lyon, {
    accounts: [linkedin('jonas-weber-calcul'), { address: 'https://github.com/jonasweber-calc', visibility: 'organization' }],
  }),
  person('mathilde', 'Mathilde Ferrand', 'Dessinatrice projeteuse', 'etudes'),
  person('tomasz', 'Tomasz Zieliński', 'Ingénieur hydraulique', 'etudes', lyon, { accounts: [linkedin('tomasz-zielinski', 'managers')] }),
  person('solange', 'Solange Kerdoncuff', 'Cheffe d’atelier', 'chaudronnerie', brest),
  person('mamadou', 'Mamadou Diarra', 'Soudeur', 'chaudronnerie', brest, {
    accounts: [{ address: 'https://www.tiktok.com/@mamadou.soude', visibility: 'organization' }],
  }),
  person('marius', 'Marius Petit', 'Tourneur', 'chaudronnerie', brest),
  person('yannick', 'Yannick Morvan', 'Soudeur de nuit', 'chaudronnerie', brest),
  person('loic', 'Loïc Abgrall', 'Chaudronnier', 'chaudronnerie', brest),
  person('paul', 'Paul-Émile Garnier', 'Responsable qualité', 'qualite'),
  person('sophie', 'Sophie Nguyen', 'Contrôle non destructif', 'qualite'),
  person('ahmed', 'Ahmed Belkacem', 'Métrologue', 'qualite'),
  person('nour', 'Nour Haddad', 'Responsable après-vente', 'sav'),
  person('thierry', 'Thierry Kowalczyk', 'Technicien itinérant', 'sav', lyon, { accounts: [linkedin('thierry-kowalczyk')] }),
  person('ines', 'Inès Gharbi', 'Technicienne support', 'sav', lyon, { accounts: [linkedin('ines-gharbi')] }),
  person('damien', 'Damien Faure', 'Technicien itinérant', 'sav', brest),
  person('celeste', 'Céleste Amara', 'Pièces de rechange', 'sav'),
  person('agnes', 'Agnès Mercier', 'Secrétaire générale', 'ressources'),
  person('nadege', 'Nadège Le Goff', 'Responsable des ressources humaines', 'rh', brest, { accounts: [linkedin('nadege-legoff')] }),
  person('olivier', 'Olivier Tanguy', 'Chargé de recrutement', 'rh', brest, { accounts: [linkedin('olivier-tanguy')] }),
  person('priya', 'Priya Raman', 'Formation', 'rh'),
  person('weiling', 'Wei-Ling Chen', 'Responsable achats', 'achats', lyon, { accounts: [linkedin('wei-ling-chen')] }),
  person('arthur', 'Arthur Boulanger', 'Acheteur métaux', 'achats'),
  person('louise', 'Louise Perrot', 'Ingénieure commerciale', 'export', lyon, { leftDaysAgo: 120 }),
]
