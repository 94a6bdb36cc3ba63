import { Kbd } from '../src/actions/kbd.tsx'
import { MainAction } from '../src/actions/main-action.tsx'
import { PlainAction } from '../src/actions/plain-action.tsx'
import { QuietAction } from '../src/actions/quiet-action.tsx'
import { Toolbar } from '../src/actions/toolbar.tsx'
import { Track } from '../src/data/track.tsx'
import { Flag, Notice } from '../src/feedback/notice.tsx'
import { TwoPane } from '../src/layout/columns.tsx'
import { DefinitionList, Facts } from '../src/layout/facts.tsx'
import { PageHead } from '../src/layout/page-head.tsx'
import { KindMark } from '../src/marks/kind-mark.tsx'
import { Ladder } from '../src/marks/ladder.tsx'
import { Prose } from '../src/reading/prose.tsx'
import { ShareBar } from '../src/shares/share-bar.tsx'
import { ShareKey } from '../src/shares/share-key.tsx'
import styles from './gallery.module.css'
import { people } from './working-shares.tsx'

export function Review() {
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
