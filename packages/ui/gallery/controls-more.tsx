import { Checkbox, Radio, SegmentedControl, Select, Switch, Tabs, Textarea, TextInput } from '@mantine/core'
import { Part } from '../src/layout/side-head.tsx'
import { Face } from '../src/marks/face.tsx'
import { Icon, LargeIcon } from '../src/marks/icon.tsx'
import { KindMark } from '../src/marks/kind-mark.tsx'
import { Ladder, type Rung } from '../src/marks/ladder.tsx'
import { type ReviewState, StateMark } from '../src/marks/state-mark.tsx'
import { Wordmark } from '../src/marks/wordmark.tsx'
import styles from './gallery.module.css'

const states: [ReviewState, string][] = [
  ['draft', 'Draft'],
  ['submitted', 'In review'],
  ['second-look', 'Second look'],
  ['changes', 'Changes asked'],
  ['verified', 'Verified'],
  ['declined', 'Declined'],
  ['withdrawn', 'Withdrawn'],
  ['reopened', 'Reopened'],
  ['merged', 'Merged'],
]

export function Fields() {
  return (
    <Part title="Fields" ruled>
      <div className={styles.stack} style={{ maxWidth: 632 }}>
        <TextInput label="E-mail" placeholder="you@atelier-valmont.fr" />
        <TextInput label="E-mail" defaultValue="m.diarra@atelier" error="The address is not complete." />
        <TextInput label="Locked" disabled defaultValue="Only an administrator" />
        <Textarea label="The situation" placeholder="For instance: a visit, an order, a name to call in spring" />
        <div className={styles.flow}>
          <Select aria-label="Becomes" size="sm" data={['Full name', 'E-mail']} defaultValue="Full name" w={200} />
          <Checkbox label="Keep me signed in" defaultChecked />
          <Radio label="Reach" name="radio" defaultChecked />
          <Switch label="Weekly letter" defaultChecked />
          <Switch label="Off" />
        </div>
        <div className={styles.flow}>
          <SegmentedControl data={['Month', 'Quarter', 'Year']} defaultValue="Quarter" aria-label="Step" />
        </div>
        <Tabs defaultValue="people">
          <Tabs.List>
            <Tabs.Tab value="people">People</Tabs.Tab>
            <Tabs.Tab value="teams">Teams</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="people">Panel</Tabs.Panel>
          <Tabs.Panel value="teams">Panel</Tabs.Panel>
        </Tabs>
      </div>
    </Part>
  )
}

export function Marks() {
  return (
    <Part title="Marks" ruled>
      <div className={styles.stack}>
        <div className={styles.flow}>
          {states.map(([state, word]) => (
            <StateMark key={state} state={state}>
              {word}
            </StateMark>
          ))}
        </div>
        <div className={styles.flow}>
          {([0, 1, 2, 3, 4, 5] as Rung[]).map((rung) => (
            <Ladder key={rung} rung={rung} label={`${rung} of 5`} />
          ))}
          <KindMark pigment="other">Others</KindMark>
          <Face name="Rosalind Okafor" />
          <Face name="Aïcha Benhaddou" small />
          <Wordmark label="Oeuvre" />
        </div>
        <div className={styles.flow}>
          {(
            [
              'arrow',
              'back',
              'check',
              'close',
              'down',
              'download',
              'edit',
              'file',
              'flag',
              'history',
              'info',
              'link',
              'lock',
              'menu',
              'minus',
              'plus',
              'search',
              'undo',
              'warn',
            ] as const
          ).map((name) => (
            <Icon key={name} name={name} />
          ))}
          {(['home', 'stage', 'add', 'review', 'impact', 'me'] as const).map((name) => (
            <LargeIcon key={name} name={name} />
          ))}
        </div>
      </div>
    </Part>
  )
}
