import { TextLink } from '../src/actions/text-link.tsx'
import { Change, Timeline } from '../src/data/timeline.tsx'
import { Track } from '../src/data/track.tsx'
import { ReadColumns } from '../src/layout/columns.tsx'
import { AsideFacts, Facts } from '../src/layout/facts.tsx'
import { Kicker } from '../src/layout/page-head.tsx'
import { Part } from '../src/layout/side-head.tsx'
import { KindMark } from '../src/marks/kind-mark.tsx'
import { Ladder } from '../src/marks/ladder.tsx'
import { RungList } from '../src/marks/rung-list.tsx'
import { StateMark } from '../src/marks/state-mark.tsx'
import { Plate } from '../src/plate/plate.tsx'
import { Lead, Prose } from '../src/reading/prose.tsx'
import { Quote } from '../src/reading/quote.tsx'
import type { Band } from '../src/shares/role.ts'
import { ShareBar } from '../src/shares/share-bar.tsx'
import { ShareList } from '../src/shares/share-key.tsx'

export const team = [
  { key: 'm', role: 'lead', name: 'Mamadou Diarra', share: 35 },
  { key: 'n', role: 'lead', name: 'Nadège Le Goff', share: 30 },
  { key: 'l', role: 'support', name: 'Lucie Tran', share: 20 },
  { key: 'g', role: 'shadow', name: 'Geneviève Pons', share: 15 },
] as const

export const split: Band[] = [
  { share: 45, role: 'lead' },
  { share: 25, role: 'support' },
  { share: 20, role: 'shadow' },
  { share: 10, role: 'coach' },
]

export function Article() {
  return (
    <ReadColumns
      asideLabel="À côté"
      aside={
        <AsideFacts
          facts={[
            { key: 's', label: 'État', children: <StateMark state="verified">Vérifié</StateMark> },
            {
              key: 'e',
              label: 'Preuves',
              children: (
                <>
                  <Ladder rung={4} /> 4 degrés sur 5
                </>
              ),
            },
            {
              key: 'o',
              label: 'Objectif servi',
              children: (
                <>
                  <TextLink href="#o">Retrouver l’Europe du Nord</TextLink>
                  <Track share={0.83} />
                </>
              ),
            },
            {
              key: 'h',
              label: 'Historique',
              children: (
                <Timeline
                  items={[
                    {
                      key: '1',
                      weighty: true,
                      children: (
                        <>
                          <b>Mis à la une</b> par Nadège Le Goff
                        </>
                      ),
                      at: '12 oct. 2026, 9 h 05',
                    },
                    {
                      key: '2',
                      weighty: true,
                      children: (
                        <>
                          <b>Vérifié</b> par Samuel Osei ; second regard de Claire Vasseur
                        </>
                      ),
                      at: '18 sept., 11 h 40',
                    },
                    {
                      key: '3',
                      children: (
                        <>
                          <b>Valeur corrigée</b> par Aïcha : <Change before="178 000 €" after="186 400 €" />
                        </>
                      ),
                      at: '17 sept., 16 h 22',
                    },
                    { key: '4', children: <b>Soumis</b>, at: '16 sept., 8 h 58' },
                  ]}
                />
              ),
            },
          ]}
        />
      }
    >
      <Kicker>
        <KindMark pigment={1}>Client gagné</KindMark>
        <span>
          Équipes <b>Export</b> et <b>Bureau d’études</b>
        </span>
      </Kicker>
      <Lead>
        Comment une question posée un dimanche matin par un chef de maintenance de Lindenau est devenue notre premier client allemand depuis
        onze ans.
      </Lead>
      <Facts
        facts={[
          { key: 'v', label: 'Valeur', value: '186 400 €' },
          { key: 'd', label: 'Signé le', value: '14 septembre 2026' },
          { key: 'p', label: 'Porté par', value: 'LinkedIn, téléphone' },
          { key: 'm', label: 'Métier', value: 'Vente, calcul' },
        ]}
      />
      <Plate id="lindenau" bands={split} pigment={1} shape="wide" motif="dawn" />
      <Prose>
        <h2>La situation</h2>
        <p>
          Depuis la perte de Rheinkraft, en 2015, nous n’avions plus un seul exploitant d’eau en Allemagne. L’objectif d’Export était simple
          à dire : six clients d’Europe du Nord en deux ans.
        </p>
        <p>Il appelle le lundi. La suite s’est faite au téléphone, à Lindenau, puis à l’atelier.</p>
        <Quote look="ruled" by="Holger Brandt, Stadtwerke Lindenau">
          « Vous étiez les seuls à me montrer une pièce et pas un logo. »
        </Quote>
      </Prose>
      <Part title="Ceux qui l’ont fait" ruled>
        <ShareBar bands={team.map((person) => ({ key: person.key, role: person.role, share: person.share }))} label="Parts" />
        <ShareList entries={team.map((person) => ({ ...person, note: 'a soutenu · Bureau d’études', share: `${person.share} %` }))} />
      </Part>
      <Part title="Ce qui le montre" ruled>
        <RungList
          items={[
            { key: '1', rung: 1, reached: true, title: 'Dit par son auteur', note: 'Le récit ci-dessus', end: '14 sept.' },
            {
              key: '3',
              rung: 3,
              reached: true,
              title: 'Montré',
              note: <TextLink href="#b">bon-de-commande.pdf</TextLink>,
              end: '2 pièces',
            },
            {
              key: '5',
              rung: 5,
              reached: false,
              title: 'Attesté par le client',
              note: 'M. Brandt peut le confirmer d’un clic, sans compte',
              end: <TextLink href="#d">Lui demander</TextLink>,
            },
          ]}
        />
      </Part>
    </ReadColumns>
  )
}
