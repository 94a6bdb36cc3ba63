import { MainAction } from '../src/actions/main-action.tsx'
import { PlainAction } from '../src/actions/plain-action.tsx'
import { QuietAction } from '../src/actions/quiet-action.tsx'
import { TextLink } from '../src/actions/text-link.tsx'
import { Change, Timeline } from '../src/data/timeline.tsx'
import { Track } from '../src/data/track.tsx'
import { EmptyState } from '../src/feedback/empty-state.tsx'
import { ReadColumns } from '../src/layout/columns.tsx'
import { AsideFacts, Facts } from '../src/layout/facts.tsx'
import { Kicker, Masthead } from '../src/layout/page-head.tsx'
import { Part, RowHead } from '../src/layout/side-head.tsx'
import { KindMark } from '../src/marks/kind-mark.tsx'
import { Ladder } from '../src/marks/ladder.tsx'
import { RungList } from '../src/marks/rung-list.tsx'
import { StateMark } from '../src/marks/state-mark.tsx'
import { motifNames } from '../src/plate/motifs.ts'
import { Plate } from '../src/plate/plate.tsx'
import { Lead, Prose } from '../src/reading/prose.tsx'
import { Quote } from '../src/reading/quote.tsx'
import { Shade, Teaser, Teasers } from '../src/reading/teaser.tsx'
import type { Band } from '../src/shares/role.ts'
import { ShareBar } from '../src/shares/share-bar.tsx'
import { ShareList } from '../src/shares/share-key.tsx'

const team = [
  { key: 'm', role: 'lead', name: 'Mamadou Diarra', share: 35 },
  { key: 'n', role: 'lead', name: 'Nadège Le Goff', share: 30 },
  { key: 'l', role: 'support', name: 'Lucie Tran', share: 20 },
  { key: 'g', role: 'shadow', name: 'Geneviève Pons', share: 15 },
] as const
const split: Band[] = [
  { share: 45, role: 'lead' },
  { share: 25, role: 'support' },
  { share: 20, role: 'shadow' },
  { share: 10, role: 'coach' },
]

function Article() {
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

export function Reading() {
  return (
    <>
      <Masthead title="À la une" note="Semaine du 12 octobre 2026 · choisie par Samuel Osei et Nadège Le Goff" />
      <Plate id="soudeurs" bands={team} pigment={3} motif="weld" />
      <Teasers columns={2}>
        <Teaser
          size="large"
          level={2}
          picture={<Plate id="message" bands={split} pigment={1} shape="card" motif="dawn" />}
          kicker={
            <>
              <KindMark pigment={1}>Client gagné</KindMark>
              <b>Export, Bureau d’études</b>
            </>
          }
          title={<a href="#1">Le message de 6 h 12</a>}
          text="Un dimanche, sur un fil d’exploitants, un chef de maintenance demande qui sait encore tourner un arbre de deux mètres quarante."
          foot="186 400 € · 31 mercis"
        />
        <Teaser
          size="large"
          level={2}
          picture={<Plate id="pompe" bands={split} pigment={4} shape="card" motif="song" />}
          kicker={
            <>
              <KindMark pigment={4}>Client gardé</KindMark>
              <b>Service après-vente</b>
            </>
          }
          title={<a href="#2">La pompe qui chantait</a>}
          text="Onze secondes de vidéo, prises au téléphone dans une laiterie de Béja."
          foot="148 000 € sur trois ans · 28 mercis"
        />
      </Teasers>
      <RowHead
        title="Chaque motif"
        end={
          <TextLink href="#all" look="more">
            Toutes les histoires
          </TextLink>
        }
      >
        <Teasers>
          {motifNames.flatMap((motif, index) => [
            <Teaser
              key={motif}
              picture={<Plate id={`${motif}-1`} bands={split} pigment={((index % 8) + 1) as 1} shape="small" motif={motif} />}
              kicker={<KindMark pigment={((index % 8) + 1) as 1}>{motif}</KindMark>}
              title="Le deuxième alliage"
              text="Wei-Ling Chen a trouvé à Bilbao la nuance que notre seul fournisseur n’avait plus."
              foot="Achats · 71 000 €"
            />,
            <Teaser
              key={`${motif}-2`}
              picture={
                <Plate
                  id={`${motif}-2`}
                  bands={[
                    { share: 1, role: 'lead' },
                    { share: 1, role: 'support' },
                    { share: 1, role: 'coach' },
                  ]}
                  pigment={((index % 8) + 1) as 1}
                  shape="small"
                  motif={motif}
                />
              }
              kicker={motif}
              title="Autre graine"
            />,
            <Teaser
              key={`${motif}-3`}
              picture={
                <Plate
                  id={`${motif}-3`}
                  bands={[{ share: 1, role: 'lead' }]}
                  pigment={((index % 8) + 1) as 1}
                  shape="small"
                  motif={motif}
                />
              }
              kicker={motif}
              title="Seul"
            />,
          ])}
        </Teasers>
      </RowHead>
      <Shade title="Dans l’ombre">
        <Quote look="thanks" by="Rosalind Okafor, pour Export">
          Trente-quatre plans retraduits en un week-end, pour que l’offre parte le lundi.
        </Quote>
        <Quote look="thanks" by="Geneviève Pons, pour Chaudronnerie">
          Trois rappels au même numéro, parce que la voix avait l’air d’hésiter.
        </Quote>
        <Quote look="thanks" by="Jonas Weber, pour Export">
          Une nuit à refaire le calcul de fatigue que personne ne lui avait demandé.
        </Quote>
      </Shade>
      <div style={{ display: 'grid', gap: 24, margin: '80px 0' }}>
        <Quote by="Yannick Morvan, à Mamadou Diarra">
          « Je croyais que mes mains ne servaient plus. Merci d’avoir filmé les tiennes. »
        </Quote>
        <div>
          <MainAction>Remercier l’équipe</MainAction>
        </div>
      </div>
      <Article />
      <EmptyState
        plate={<Plate id="blank" motif="blank" pigment="other" bands={split} shape="card" />}
        title="The first page is blank, as it should be."
        actions={
          <>
            <PlainAction keys={['N']} tall>
              Log the first outcome
            </PlainAction>
            <QuietAction tall>Bring deals from a CSV file</QuietAction>
          </>
        }
      >
        A client who came back, a welder who said yes, a message that reached the right person. Two sentences are enough.
      </EmptyState>
    </>
  )
}
