import { MainAction } from '../src/actions/main-action.tsx'
import { PlainAction } from '../src/actions/plain-action.tsx'
import { QuietAction } from '../src/actions/quiet-action.tsx'
import { TextLink } from '../src/actions/text-link.tsx'
import { EmptyState } from '../src/feedback/empty-state.tsx'
import { Masthead } from '../src/layout/page-head.tsx'
import { RowHead } from '../src/layout/side-head.tsx'
import { KindMark } from '../src/marks/kind-mark.tsx'
import { motifNames } from '../src/plate/motifs.ts'
import { Plate } from '../src/plate/plate.tsx'
import { Quote } from '../src/reading/quote.tsx'
import { Shade, Teaser, Teasers } from '../src/reading/teaser.tsx'
import { Article, split, team } from './reading-article.tsx'

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
