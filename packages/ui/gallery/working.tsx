import { useState } from 'react'
import { IconAction } from '../src/actions/icon-action.tsx'
import { Kbd } from '../src/actions/kbd.tsx'
import { MainAction } from '../src/actions/main-action.tsx'
import { PlainAction } from '../src/actions/plain-action.tsx'
import { QuietAction } from '../src/actions/quiet-action.tsx'
import { TextButton, TextLink } from '../src/actions/text-link.tsx'
import { Toolbar } from '../src/actions/toolbar.tsx'
import { DataTable, SortButton } from '../src/data/data-table.tsx'
import { FileDrop } from '../src/data/file-drop.tsx'
import { ItemList } from '../src/data/item-list.tsx'
import { PreviewCells } from '../src/data/preview-cells.tsx'
import { NestedTrack, Track } from '../src/data/track.tsx'
import { EmptyState } from '../src/feedback/empty-state.tsx'
import { Flag, Notice } from '../src/feedback/notice.tsx'
import { BarSkeleton, FigureSkeleton, LineSkeleton, Loading, RowSkeleton, TeaserSkeleton } from '../src/feedback/skeletons.tsx'
import { TwoPane, WorkColumns } from '../src/layout/columns.tsx'
import { DefinitionList, Facts } from '../src/layout/facts.tsx'
import { PageHead } from '../src/layout/page-head.tsx'
import { RowHead, SideHead } from '../src/layout/side-head.tsx'
import { Steps } from '../src/layout/steps.tsx'
import { KindMark } from '../src/marks/kind-mark.tsx'
import { Ladder } from '../src/marks/ladder.tsx'
import { StateMark } from '../src/marks/state-mark.tsx'
import { Prose } from '../src/reading/prose.tsx'
import { Teasers } from '../src/reading/teaser.tsx'
import { isEqualSplit, setPercent, toPercents } from '../src/shares/share-arithmetic.ts'
import { ShareBar } from '../src/shares/share-bar.tsx'
import { type EditedShare, ShareEditor } from '../src/shares/share-editor.tsx'
import { ShareKey } from '../src/shares/share-key.tsx'
import { ShareRows } from '../src/shares/share-rows.tsx'
import styles from './gallery.module.css'

const people: EditedShare[] = [
  { key: 'r', name: 'Rosalind Okafor', role: 'lead', weight: 50 },
  { key: 't', name: 'Thierry Kowalczyk', role: 'support', weight: 30 },
  { key: 'i', name: 'Inès Gharbi', role: 'shadow', weight: 20 },
]
const roleWords = { lead: 'led', support: 'supported', coach: 'coached', shadow: 'behind the scenes' }

function Editor({ start }: { start: EditedShare[] }) {
  const [shares, setShares] = useState(start)
  const weights = shares.map((share) => share.weight)
  const percents = toPercents(weights)
  const equal = isEqualSplit(weights)
  const keep = (next: number[]) => setShares(shares.map((share, index) => ({ ...share, weight: next[index] ?? 0 })))
  return (
    <>
      <ShareEditor
        shares={shares}
        onChange={keep}
        label="Shares"
        edgeLabel={(left, right) => `Between ${left} and ${right}`}
        edgeText={(left, leftPercent, right, rightPercent) => `${left} ${leftPercent}%, ${right} ${rightPercent}%`}
      />
      <ShareRows
        label="People"
        rows={shares.map((share, index) => ({
          key: share.key,
          role: share.role,
          name: share.name,
          roleField: roleWords[share.role],
          percent: {
            percent: percents[index] ?? 0,
            display: equal ? `1/${shares.length}` : `${percents[index]}%`,
            label: `Share of ${share.name}`,
            onChange: (value) => keep(setPercent(percents, index, value)),
          },
          remove: <IconAction icon="close" label={`Remove ${share.name}`} />,
        }))}
        add={<TextButton>Add somebody</TextButton>}
        total="100%"
      />
    </>
  )
}

const teams = [
  { name: 'Export', results: 13, change: '+ 4', value: '396 k€', share: 1, goal: 'Retrouver l’Europe du Nord', of: '5 / 6' },
  { name: 'Ventes France', results: 11, change: '− 1', value: '302 k€', share: 0.76, goal: 'Doubler l’hydraulique', of: '7 / 12' },
  { name: 'Ressources humaines', results: 10, change: '+ 3', value: '—', share: 0, goal: 'Vingt soudeurs d’ici Noël', of: '14 / 20' },
  { name: 'Bureau d’études', results: 8, change: '+ 2', value: '164 k€', share: 0.41, goal: 'Doubler l’hydraulique', of: '7 / 12' },
]

function Tables() {
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

function Review() {
  return (
    <div className={styles.pane}>
      <TwoPane
        listLabel="Queue"
        detailLabel="Outcome"
        list={
          <div className={styles.queue}>
            <div>
              <PageHead size="small" title="Review" /> 7 waiting, oldest first. <Kbd>J</Kbd> <Kbd>K</Kbd>
              <Flag>possible duplicate</Flag>
              <Flag tone="plain">second look above €150,000</Flag>
              <Track share={0.9} mark={0.5} tone="late" />
              <br />
              <Track share={0.4} mark={0.5} tone="soft" />
            </div>
          </div>
        }
        foot={
          <Toolbar label="Decision">
            <MainAction keys={['V']}>Verify</MainAction>
            <PlainAction keys={['C']}>Ask for changes</PlainAction>
            <PlainAction keys={['X']}>Decline</PlainAction>
            <QuietAction keys={['S']}>Put on stage</QuietAction>
          </Toolbar>
        }
      >
        <PageHead size="small" title="Bronze bushings for Harland" above={<KindMark pigment={2}>Opportunity found</KindMark>} />
        <Facts
          facts={[
            { key: 'w', label: 'Worth', value: '€64,000, estimated' },
            { key: 'o', label: 'On', value: '9 October 2026' },
            { key: 'c', label: 'Carried by', value: 'LinkedIn, phone' },
            {
              key: 'e',
              label: 'Evidence',
              value: (
                <>
                  <Ladder rung={3} /> 3 of 5
                </>
              ),
            },
          ]}
        />
        <Notice
          tone="warn"
          title="Possibly the same result."
          actions={
            <>
              <PlainAction keys={['M']}>Same result: share the credit</PlainAction>
              <QuietAction keys={['B']}>Two results</QuietAction>
            </>
          }
        >
          Same client, same week, both name Thierry.
          <DefinitionList
            termWidth={64}
            facts={[
              { key: 'w', label: 'Worth', value: '€64,000' },
              { key: 'p', label: 'People', value: 'Rosalind 50, Thierry 30, Inès 20' },
            ]}
          />
        </Notice>
        <Prose compact>
          <p>Harland’s dry dock was down: the bronze bushings of the gate had seized and the maker no longer exists.</p>
        </Prose>
        <ShareBar bands={people.map((person) => ({ key: person.key, role: person.role, share: person.weight }))} />
        <ShareKey
          entries={people.map((person) => ({
            key: person.key,
            role: person.role,
            name: person.name,
            note: 'led',
            share: `${person.weight}%`,
          }))}
        />
      </TwoPane>
    </div>
  )
}

function Import() {
  return (
    <>
      <PageHead title="Import people" />
      <Steps
        label="Steps"
        current="columns"
        steps={[
          { key: 'file', label: 'File', onGo: () => undefined },
          { key: 'columns', label: 'Columns' },
          { key: 'dry', label: 'Dry run' },
          { key: 'done', label: 'Done' },
        ]}
      />
      <div className={styles.stack} style={{ marginTop: 32 }}>
        <FileDrop
          chooseLabel="Choose a file"
          note="CSV, up to 50 MB. Nothing is written until you have seen the dry run."
          onFiles={() => undefined}
        >
          Drop a CSV file here
        </FileDrop>
        <Notice
          tone="error"
          title="Row 87: the e-mail address is not complete."
          actions={
            <>
              <PlainAction>Use m.diarra@atelier-valmont.fr</PlainAction>
              <QuietAction>Leave row 87 out</QuietAction>
            </>
          }
        >
          The other 213 rows are ready; this one waits for you.
          <PreviewCells
            caption="Rows 86 to 88"
            headers={['matricule', 'nom_complet', 'courriel', 'equipe']}
            rows={[
              { key: '86', number: 86, focus: false, cells: ['V-0511', 'Lucie Tran', 'l.tran@atelier-valmont.fr', 'RH'] },
              { key: '87', number: 87, faulty: [2], cells: ['V-0518', 'Mamadou Diarra', 'm.diarra@atelier-valmont', 'Chaudronnerie'] },
            ]}
          />
        </Notice>
        <Notice title="Plain.">
          {' '}
          “SAV” is not a team yet. <TextLink href="#match">Match it</TextLink>
        </Notice>
        <Notice tone="ok" title="Done.">
          {' '}
          214 people are here.
        </Notice>
      </div>
    </>
  )
}

export function Working() {
  return (
    <>
      <Import />
      <Tables />
      <RowHead title="Review">
        <Review />
      </RowHead>
      <RowHead title="Shares">
        <Editor start={people} />
        <br />
        <Editor start={people.map((person) => ({ ...person, key: `${person.key}2`, weight: 1 }))} />
      </RowHead>
      <WorkColumns
        side={
          <EmptyState small title="Nothing waits." actions={<PlainAction>See all</PlainAction>}>
            The last one was read this morning.
          </EmptyState>
        }
      >
        <ItemList
          items={[
            {
              key: '1',
              title: <a href="#1">Harland demande des bagues de porte</a>,
              below: <KindMark pigment={2}>Opportunité</KindMark>,
              end: <StateMark state="draft">Brouillon</StateMark>,
            },
            {
              key: '2',
              title: <a href="#2">Le joint tournant de Gennevilliers</a>,
              below: <KindMark pigment={8}>Incident résolu</KindMark>,
              end: (
                <>
                  <StateMark state="changes">À préciser</StateMark>
                  <Ladder rung={2} label="2 sur 5" />
                </>
              ),
              actions: <PlainAction>C’est juste</PlainAction>,
            },
          ]}
        />
      </WorkColumns>
      <RowHead title="Skeletons">
        <Loading label="Loading">
          <FigureSkeleton />
          <LineSkeleton lines={1} size="display" />
          <LineSkeleton lines={4} />
          <BarSkeleton />
          <RowSkeleton rows={4} />
          <Teasers>
            <TeaserSkeleton />
            <TeaserSkeleton />
            <TeaserSkeleton picture={false} />
          </Teasers>
        </Loading>
      </RowHead>
    </>
  )
}
