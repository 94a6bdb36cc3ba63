import type { SeedLinks } from '../../scenario.ts'

/** Rosalind is the one who is signed in as an employee: hers show every state. */
export const links: SeedLinks = {
  domains: ['atelier-valmont.example', 'salon-nantes.example'],
  made: [
    {
      owner: 'aicha',
      path: 'https://www.atelier-valmont.example/dossiers/petites-turbines',
      place: 'linkedin',
      program: 'Répondre aux exploitants, là où ils demandent',
      note: 'Dossier petites turbines',
      daysAgo: 60,
      visits: [{ daysAgo: 59, host: 'linkedin.com', device: 'computer', people: 18 }],
      previews: 6,
      robots: 2,
    },
    {
      owner: 'rosalind',
      path: 'https://www.atelier-valmont.example/dossiers/pompes-reversibles',
      place: 'linkedin',
      program: null,
      note: 'Dossier pompes réversibles',
      daysAgo: 41,
      visits: [
        { daysAgo: 40, host: 'linkedin.com', device: 'phone', people: 23 },
        { daysAgo: 39, host: 'linkedin.com', device: 'computer', people: 31 },
        { daysAgo: 38, host: '', device: 'computer', people: 6 },
        { daysAgo: 33, host: 'linkedin.com', device: 'phone', people: 9 },
        { daysAgo: 20, host: 'hydro-forum.example', device: 'computer', people: 12 },
        { daysAgo: 4, host: 'linkedin.com', device: 'phone', people: 7 },
      ],
      previews: 14,
      robots: 9,
    },
    {
      owner: 'rosalind',
      path: 'https://salon-nantes.example/stand-b12',
      place: 'print',
      program: null,
      note: 'Affiche du stand B12',
      daysAgo: 12,
      visits: [
        { daysAgo: 9, host: '', device: 'phone', people: 2 },
        { daysAgo: 8, host: '', device: 'phone', people: 1 },
      ],
      previews: 0,
      robots: 1,
    },
    {
      owner: 'rosalind',
      path: 'https://www.atelier-valmont.example/recrutement',
      place: 'email',
      program: null,
      note: '',
      daysAgo: 70,
      isWithdrawn: true,
      visits: [{ daysAgo: 69, host: '', device: 'computer', people: 5 }],
      previews: 2,
      robots: 0,
    },
  ],
}
