import { useState } from 'react'
import { Pick } from '../src/actions/pick.tsx'
import { ChartFrame } from '../src/chart/chart-frame.tsx'
import { Columns } from '../src/chart/columns.tsx'
import { Dots } from '../src/chart/dots.tsx'
import { HorizontalBars } from '../src/chart/horizontal-bars.tsx'
import { Intervals } from '../src/chart/intervals.tsx'
import { Lanes } from '../src/chart/lanes.tsx'
import { PartsBar } from '../src/chart/parts-bar.tsx'
import { PeopleStrip } from '../src/chart/people-strip.tsx'
import type { StepCurve } from '../src/chart/prepare-steps.ts'
import { tableOf } from '../src/chart/prepare-table.ts'
import { Sparkline } from '../src/chart/sparkline.tsx'
import { StackedColumns } from '../src/chart/stacked-columns.tsx'
import { StepCurves } from '../src/chart/step-curves.tsx'
import type { ColumnsData, Fill } from '../src/chart/types.ts'
import { Figures } from '../src/layout/figures.tsx'
import { PageHead } from '../src/layout/page-head.tsx'
import { SideHead } from '../src/layout/side-head.tsx'
import { Sentence } from '../src/reading/sentence.tsx'

const months = ['oct.', 'nov.', 'déc.', 'janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.']
const types: [string, Fill, number[]][] = [
  ['Clients gagnés', 1, [2, 3, 2, 2, 3, 3, 3, 4, 4, 4, 3, 7, 2]],
  ['Opportunités', 2, [4, 4, 2, 3, 4, 4, 5, 5, 5, 5, 4, 8, 2]],
  ['Recrutements', 3, [2, 3, 2, 2, 3, 3, 3, 3, 4, 4, 3, 5, 2]],
  ['Clients développés', 4, [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 2, 3, 1]],
  ['Messages reçus', 5, [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 1]],
  ['Autres', 'other', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 0]],
]
const cell = (value: number | null) => ({ value, text: value === null ? '—' : String(value) })
const stacked: ColumnsData = {
  periods: months.map((label, index) => ({
    key: String(index),
    label,
    shortLabel: label[0] ?? '',
    longLabel: `${label} ${index < 3 ? 2025 : 2026}`,
    isChosen: index >= 9 && index <= 11,
    isUnfinished: index === 12,
  })),
  series: types.map(([label, fill, values]) => ({
    key: label,
    label,
    fill,
    figure: String(values.slice(9, 12).reduce((a, b) => a + b, 0)),
  })),
  cells: types.map(([, , values]) => values.map(cell)),
  totals: months.map((_, index) => cell(types.reduce((sum, [, , values]) => sum + (values[index] ?? 0), 0))),
  groups: [
    { key: 'q4', label: 'T4 2025', shortLabel: 'T4', from: 0, to: 2 },
    { key: 'q1', label: 'T1 2026', shortLabel: 'T1', from: 3, to: 5 },
    { key: 'q2', label: 'T2 · 52', shortLabel: 'T2', from: 6, to: 8 },
    { key: 'q3', label: 'T3 · 63', shortLabel: 'T3', from: 9, to: 11, isChosen: true },
    { key: 'now', label: '12 j', shortLabel: '12 j', from: 12, to: 12 },
  ],
  figureHead: 'T3',
}
const channels: ColumnsData = {
  periods: ['T4', 'T1', 'T2', 'T3', 'T4'].map((label, index) => ({
    key: String(index),
    label,
    shortLabel: label,
    longLabel: `${label} 2026`,
    isChosen: index === 3,
    isUnfinished: index === 4,
  })),
  series: [
    { key: 's', label: 'Compte social', fill: 'solid', figure: '24' },
    { key: 'b', label: 'Les deux', fill: 'hatched', figure: '7' },
    { key: 'c', label: 'Canal conventionnel', fill: 'stone', figure: '36' },
  ],
  cells: [
    [12, 14, null, 24, 3],
    [4, 3, null, 7, 1],
    [20, 26, null, 36, 4],
  ].map((row) => row.map(cell)),
  totals: [36, 43, null, 67, 8].map(cell),
}
const many: ColumnsData = {
  ...stacked,
  periods: Array.from({ length: 36 }, (_, index) => ({
    key: String(index),
    label: months[index % 12] ?? '',
    shortLabel: '',
    longLabel: `Mois ${index}`,
    isUnfinished: index === 35,
  })),
  cells: types.map(([, , values]) =>
    Array.from({ length: 36 }, (_, index) => cell(index === 7 ? null : (values[index % 12] ?? 0) * 20_000)),
  ),
  totals: Array.from({ length: 36 }, (_, index) =>
    index === 7 ? cell(null) : { value: types.reduce((sum, [, , values]) => sum + (values[index % 12] ?? 0) * 20_000, 0), text: '1,2 M€' },
  ),
  groups: [],
}
const texts = { showTable: 'Voir le tableau', showChart: 'Voir le graphique' }
const spark = [10, 12, 9, 10, 14, 15, 16, 17, 19, 19, 15, 29, 8]

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

function Presence({ open }: { open: (key: string) => void }) {
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

export function Charts() {
  const [opened, setOpened] = useState('')
  const [measure, setMeasure] = useState<'count' | 'value'>('count')
  const open = (key: string, series?: string) => setOpened(`${key} ${series ?? ''}`)
  return (
    <>
      <PageHead size="small" title="Impact" />
      <Sentence byline={`Écrit à partir du grand livre, écriture n° 4 812. ${opened}`}>
        Au troisième trimestre, <a href="#1">41 personnes</a> de <a href="#2">9 équipes</a> ont apporté{' '}
        <a href="#3">63 résultats vérifiés</a>, pour <a href="#4">1,2 M€</a> ; <a href="#5">38 %</a> sont passés par un compte social.
      </Sentence>
      <div style={{ marginTop: 64 }}>
        <Figures
          label="Chiffres"
          figures={[
            {
              key: 'r',
              label: 'Résultats vérifiés',
              value: '63',
              note: (
                <>
                  <b>11 de plus</b> qu’au T2 (52)
                </>
              ),
              spark: <Sparkline values={spark} chosen={[9, 11]} isLastUnfinished />,
              onOpen: () => setOpened('63'),
            },
            {
              key: 'v',
              label: 'Valeur créditée',
              value: '1,21',
              unit: 'M€',
              note: (
                <>
                  <b>276 k€ de plus</b> qu’au T2 (938 k€)
                </>
              ),
              spark: <Sparkline values={spark} chosen={[9, 11]} isLastUnfinished />,
            },
            {
              key: 'p',
              label: 'Personnes créditées',
              value: '41',
              note: (
                <>
                  <b>7 de plus</b> qu’au T2 (34)
                </>
              ),
              spark: <Sparkline values={[...spark.slice(0, 5), null, ...spark.slice(6)]} chosen={[9, 11]} isLastUnfinished />,
            },
            {
              key: 'd',
              label: 'Délai médian de vérification',
              value: '2,4',
              unit: 'jours',
              note: (
                <>
                  promesse de 5 jours <b>tenue à 94 %</b>
                </>
              ),
              spark: <Sparkline values={[...spark].reverse()} />,
            },
          ]}
        />
      </div>
      <SideHead
        title="Mois après mois"
        note="Résultats vérifiés, rangés au mois où ils ont eu lieu. Octobre n’est pas fini : il est dessiné en pointillé."
        picks={
          <Pick
            label="Mesure"
            value={measure}
            onPick={setMeasure}
            options={[
              { key: 'count', label: 'Nombre' },
              { key: 'value', label: 'Valeur' },
            ]}
          />
        }
      >
        <ChartFrame texts={texts} table={tableOf(stacked, { caption: 'Résultats par mois', period: 'Mois', total: 'Ensemble' })}>
          <StackedColumns
            data={stacked}
            label="Résultats vérifiés par mois et par type, d’octobre 2025 à octobre 2026 ; 29 en septembre."
            formatTick={String}
            onOpen={open}
            onOpenSeries={open}
          />
        </ChartFrame>
      </SideHead>
      <SideHead
        title="Social et conventionnel, côte à côte"
        note="Une affaire peut passer par un compte, par le téléphone, par les deux. Rien n’est présumé."
        say="Les intervalles se recouvrent : ce trimestre ne dit pas que l’un rapporte plus que l’autre."
      >
        <ChartFrame
          title="Résultats"
          figure="63"
          texts={texts}
          table={{ caption: 'Parts', head: ['Canal', 'Résultats'], rows: [{ key: '1', label: 'compte social', cells: ['17'] }] }}
        >
          <PartsBar
            label="63 résultats : 17 par compte social, 7 par les deux, 36 par canal conventionnel, 3 par aucun."
            onOpen={open}
            parts={[
              { key: 's', label: 'compte social', value: 17, text: '17', fill: 'solid' },
              { key: 'b', label: 'les deux', value: 7, text: '7', fill: 'hatched' },
              { key: 'c', label: 'canal conventionnel', value: 36, text: '36', fill: 'stone' },
              { key: 'n', label: 'aucun', value: 3, text: '3', fill: 'dotted' },
            ]}
          />
        </ChartFrame>
        <br />
        <ChartFrame
          title="Taille habituelle"
          figure="médiane, intervalle à 90 %"
          texts={texts}
          table={{
            caption: 'Taille',
            head: ['Canal', 'Médiane', '90 %'],
            rows: [{ key: 's', label: 'Social', cells: ['14,2 k€', '9–22'] }],
          }}
        >
          <Intervals
            label="Taille habituelle : 14,2 k€ par un compte social, 17,5 k€ autrement ; les intervalles se recouvrent."
            formatTick={(value) => (value ? `${value} k€` : '0')}
            onOpen={open}
            rows={[
              { key: 's', label: 'Social', text: '14,2 k€', range: 'de 9 à 22 k€', low: 9, middle: 14.2, high: 22 },
              {
                key: 'c',
                label: 'Conventionnel',
                text: '17,5 k€',
                range: 'de 12 à 25 k€',
                low: 12,
                middle: 17.5,
                high: 24.6,
                fill: 'hollow',
              },
            ]}
          />
        </ChartFrame>
      </SideHead>
      <SideHead title="Par canal" note="Un résultat peut en compter plusieurs.">
        <Columns data={channels} label="Résultats par canal et par trimestre." formatTick={String} onOpen={open} />
      </SideHead>
      <SideHead title="Trois ans" note="Un trou est un trou.">
        <StackedColumns data={many} label="Trois ans." formatTick={(value) => `${value / 1000} k€`} whole={false} />
      </SideHead>
      <Presence open={open} />
      <SideHead title="Métiers" note="Ce que ces résultats ont demandé de savoir faire.">
        <HorizontalBars
          caption="Métiers"
          onOpen={open}
          rows={[
            { key: 'v', label: 'Vendre', value: 7, text: '7', note: 'à Lindenau, Gand, Bilbao' },
            { key: 'e', label: 'Expliquer une pièce', value: 5, text: '5', note: 'deux fois devant des régies' },
            { key: 'n', label: 'Négocier', value: 3, text: '3' },
            { key: 'f', label: 'Former', value: 1, text: '1', note: 'Lucie Tran, 2025' },
          ]}
        />
      </SideHead>
    </>
  )
}
