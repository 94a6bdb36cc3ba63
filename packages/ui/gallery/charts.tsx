import { useState } from 'react'
import { Pick } from '../src/actions/pick.tsx'
import { ChartFrame } from '../src/chart/chart-frame.tsx'
import { Columns } from '../src/chart/columns.tsx'
import { HorizontalBars } from '../src/chart/horizontal-bars.tsx'
import { Intervals } from '../src/chart/intervals.tsx'
import { PartsBar } from '../src/chart/parts-bar.tsx'
import { tableOf } from '../src/chart/prepare-table.ts'
import { Sparkline } from '../src/chart/sparkline.tsx'
import { StackedColumns } from '../src/chart/stacked-columns.tsx'
import { Figures } from '../src/layout/figures.tsx'
import { PageHead } from '../src/layout/page-head.tsx'
import { SideHead } from '../src/layout/side-head.tsx'
import { Sentence } from '../src/reading/sentence.tsx'
import { channels, many, stacked } from './charts-data.ts'
import { Presence } from './charts-presence.tsx'

const texts = { showTable: 'Voir le tableau', showChart: 'Voir le graphique' }

const spark = [10, 12, 9, 10, 14, 15, 16, 17, 19, 19, 15, 29, 8]

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
