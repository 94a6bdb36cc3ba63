import { Dots } from '../src/chart/dots.tsx'
import { Lanes } from '../src/chart/lanes.tsx'
import { PeopleStrip } from '../src/chart/people-strip.tsx'
import type { StepCurve } from '../src/chart/prepare-steps.ts'
import { StepCurves } from '../src/chart/step-curves.tsx'
import { SideHead } from '../src/layout/side-head.tsx'

const curve = (key: string, look: 'solid' | 'dashed', note: string, shares: number[]): StepCurve => ({
  key,
  label: key,
  note,
  look,
  points: shares.map((share, at) => ({
    at,
    share: share / 100,
    low: Math.max(0, share / 100 - 0.06),
    high: Math.min(1, share / 100 + 0.05),
  })),
  marks: [3, 6, 12].map((at) => ({ at, text: `${shares[at]} %`, range: `${(shares[at] ?? 0) - 6}–${(shares[at] ?? 0) + 5} %` })),
})

const curves = [
  curve('Ciblés', 'solid', '3 programmes', [100, 97, 94, 91, 88, 86, 83, 80, 78, 77, 75, 73, 72]),
  curve('De masse', 'dashed', '« Tous sur LinkedIn »', [100, 82, 69, 58, 47, 38, 31, 27, 23, 20, 17, 15, 14]),
]

export function Presence({ open }: { open: (key: string) => void }) {
  return (
    <>
      <SideHead
        title="Présence n’est pas impact"
        note="Chaque point est un compte déclaré par son propriétaire."
        say="Sur 386 comptes, 31 ont mené à un résultat vérifié en douze mois."
      >
        <Dots
          label="386 comptes : 143 actifs dont 31 ont mené à un résultat, 171 en sommeil, 72 abandonnés."
          onOpen={open}
          groups={[
            {
              key: 'a',
              count: 143,
              text: '143',
              label: 'actifs',
              look: 'full',
              led: { count: 31, text: '31', label: 'ont mené à un résultat vérifié' },
            },
            { key: 'd', count: 171, text: '171', label: 'en sommeil', look: 'hollow' },
            { key: 'g', count: 72, text: '72', label: 'abandonnés', look: 'point' },
          ]}
        />
      </SideHead>
      <SideHead
        title="Viser juste, et attendre"
        note="Part des participants encore actifs, mois après mois. La bande donne l’intervalle à 95 %."
      >
        <StepCurves
          label="Un an après, 72 % des participants des programmes ciblés sont actifs, 14 % de ceux du programme de masse."
          curves={curves}
          until={12}
          formatShare={(share) => `${share * 100} %`}
          ticks={[0, 3, 6, 9, 12].map((at) => ({ at, label: at === 12 ? '12 mois' : String(at) }))}
          marks={[3, 6, 12].map((at) => ({ key: String(at), at, say: `${at} mois` }))}
          onOpen={open}
        />
      </SideHead>
      <SideHead title="Combien le portent" note="Une bande par personne créditée. Aucun nom, ni ici ni dans l’export.">
        <PeopleStrip
          label="11 personnes ont fait la moitié de la valeur, 30 l’autre moitié."
          shares={Array.from({ length: 41 }, (_, index) => 0.95 ** index)}
          half={11}
          firstText="11 personnes ont fait la moitié de la valeur"
          otherText="30 personnes, l’autre moitié"
        />
      </SideHead>
      <SideHead title="Depuis le début" note="Un carré par résultat, à sa date, dans la couleur de son type.">
        <Lanes
          label="Douze résultats depuis 2024."
          onOpen={open}
          lanes={[
            { key: 'lead', label: 'a mené', figure: '4' },
            { key: 'support', label: 'a soutenu', figure: '4' },
            { key: 'coach', label: 'a conseillé', figure: '1' },
            { key: 'shadow', label: 'dans l’ombre', figure: '3' },
          ]}
          marks={(
            [
              ['shadow', 0.05, 4],
              ['support', 0.14, 1],
              ['shadow', 0.29, 1],
              ['support', 0.37, 2],
              ['lead', 0.44, 2],
              ['coach', 0.53, 3],
              ['lead', 0.62, 1],
              ['support', 0.71, 2],
              ['lead', 0.76, 4],
              ['support', 0.83, 6],
              ['shadow', 0.88, 1],
              ['lead', 0.92, 1],
            ] as const
          ).map(([lane, at, pigment], index) => ({
            key: String(index),
            lane,
            at,
            pigment,
            say: `Résultat ${index}`,
            title: 'Le message de 6 h 12',
            note: '14 septembre 2026',
          }))}
          ticks={[
            { at: 0, label: '2024' },
            { at: 0.34, label: '2025' },
            { at: 0.67, label: '2026' },
          ]}
        />
      </SideHead>
    </>
  )
}
