import { DataTable, SortButton } from '../src/data/data-table.tsx'
import { NestedTrack, Track } from '../src/data/track.tsx'
import { SideHead } from '../src/layout/side-head.tsx'

const teams = [
  { name: 'Export', results: 13, change: '+ 4', value: '396 k€', share: 1, goal: 'Retrouver l’Europe du Nord', of: '5 / 6' },
  { name: 'Ventes France', results: 11, change: '− 1', value: '302 k€', share: 0.76, goal: 'Doubler l’hydraulique', of: '7 / 12' },
  { name: 'Ressources humaines', results: 10, change: '+ 3', value: '—', share: 0, goal: 'Vingt soudeurs d’ici Noël', of: '14 / 20' },
  { name: 'Bureau d’études', results: 8, change: '+ 2', value: '164 k€', share: 0.41, goal: 'Doubler l’hydraulique', of: '7 / 12' },
]

export function Tables() {
  return (
    <>
      <SideHead
        title="Les équipes"
        note="Un résultat partagé compte pour sa part dans chaque équipe ; la somme fait toujours 63."
        say="Un recrutement ne porte pas de montant."
      >
        <DataTable
          caption="Équipes"
          rows={teams}
          rowKey={(team) => team.name}
          columns={[
            { key: 'team', header: 'Équipe', cell: (team) => team.name, rowHeader: true },
            {
              key: 'results',
              header: (
                <SortButton sort="descending" onSort={() => undefined}>
                  Résultats
                </SortButton>
              ),
              sort: 'descending',
              cell: (team) => team.results,
              align: 'right',
              strong: true,
            },
            { key: 'change', header: 'vs T2', cell: (team) => team.change, align: 'right' },
            { key: 'value', header: 'Valeur', cell: (team) => team.value, align: 'right' },
            { key: 'bar', cell: (team) => (team.share ? <Track share={team.share} /> : null), width: 116, phone: 'drop' },
            { key: 'goal', header: 'Objectif servi', cell: (team) => team.goal, phone: 'drop' },
            { key: 'of', cell: (team) => team.of, align: 'right', phone: 'drop' },
          ]}
          foot={{ team: 'Ensemble', results: 63, change: '+ 11', value: '1 214 k€' }}
        />
      </SideHead>
      <SideHead title="Présence" note="Chaque barre : déclarés, actifs, avec résultat.">
        <DataTable
          caption="Plateformes"
          tight
          rows={
            [
              ['LinkedIn', 214, 99, 22, 1],
              ['X', 61, 14, 3, 0.28],
              ['GitHub', 27, 12, 3, 0.13],
            ] as const
          }
          rowKey={(row) => row[0]}
          columns={[
            { key: 'p', header: 'Plateforme', cell: (row) => row[0], rowHeader: true },
            { key: 'd', header: 'Déclarés', cell: (row) => row[1], align: 'right' },
            { key: 'a', header: 'Actifs', cell: (row) => row[2], align: 'right' },
            { key: 'r', header: 'Avec résultat', cell: (row) => row[3], align: 'right', strong: true },
            {
              key: 'n',
              header: '',
              width: 280,
              phone: 'drop',
              cell: (row) => <NestedTrack outer={row[4]} middle={(row[4] * row[2]) / row[1]} inner={(row[4] * row[3]) / row[1]} />,
            },
          ]}
        />
      </SideHead>
    </>
  )
}
