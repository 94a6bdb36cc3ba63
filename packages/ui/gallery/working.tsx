import { PlainAction } from '../src/actions/plain-action.tsx'
import { ItemList } from '../src/data/item-list.tsx'
import { EmptyState } from '../src/feedback/empty-state.tsx'
import { BarSkeleton, FigureSkeleton, LineSkeleton, Loading, RowSkeleton, TeaserSkeleton } from '../src/feedback/skeletons.tsx'
import { WorkColumns } from '../src/layout/columns.tsx'
import { RowHead } from '../src/layout/side-head.tsx'
import { KindMark } from '../src/marks/kind-mark.tsx'
import { Ladder } from '../src/marks/ladder.tsx'
import { StateMark } from '../src/marks/state-mark.tsx'
import { Teasers } from '../src/reading/teaser.tsx'
import { Import } from './working-import.tsx'
import { Review } from './working-review.tsx'
import { Editor, people } from './working-shares.tsx'
import { Tables } from './working-tables.tsx'

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
