import {
  Checkbox,
  Menu,
  Modal,
  Notification,
  NumberInput,
  Radio,
  SegmentedControl,
  Select,
  Switch,
  Tabs,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { Chip, ChipGroup, ChoiceChip } from '../src/actions/chip.tsx'
import { FilterBar, FilterButton } from '../src/actions/filter-bar.tsx'
import { IconAction } from '../src/actions/icon-action.tsx'
import { MainAction } from '../src/actions/main-action.tsx'
import { MoreButton } from '../src/actions/more-button.tsx'
import { Pick } from '../src/actions/pick.tsx'
import { PlainAction } from '../src/actions/plain-action.tsx'
import { QuietAction } from '../src/actions/quiet-action.tsx'
import { TextLink } from '../src/actions/text-link.tsx'
import { Tile, TileGroup } from '../src/actions/tile.tsx'
import { SavedNote, UndoToast } from '../src/feedback/undo-toast.tsx'
import { PageHead } from '../src/layout/page-head.tsx'
import { Part } from '../src/layout/side-head.tsx'
import { Face } from '../src/marks/face.tsx'
import { Icon, LargeIcon } from '../src/marks/icon.tsx'
import { KindMark } from '../src/marks/kind-mark.tsx'
import { Ladder, type Rung } from '../src/marks/ladder.tsx'
import { type ReviewState, StateMark } from '../src/marks/state-mark.tsx'
import { Wordmark } from '../src/marks/wordmark.tsx'
import styles from './gallery.module.css'

const kinds = [
  ['Client won', 1],
  ['Client kept', 4],
  ['Deal expanded', 4],
  ['Opportunity found', 2],
  ['Partner found', 6],
  ['Hire made', 3],
  ['Message landed', 5],
  ['Press or speaking', 7],
  ['Market insight', 8],
  ['Support solved', 8],
] as const
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
const days = ['Today', 'Yesterday', 'Friday 9 October', 'Another date']

function Questions() {
  const [kind, setKind] = useState('Opportunity found')
  const [day, setDay] = useState('Friday 9 October')
  const [carried, setCarried] = useState<string[]>(['LinkedIn · Rosalind Okafor', 'Phone'])
  return (
    <>
      <Part number={1} title="What kind">
        <TileGroup label="What kind">
          {kinds.map(([label, pigment]) => (
            <Tile key={label} name="kind" value={label} pigment={pigment} checked={kind === label} onChoose={setKind}>
              {label}
            </Tile>
          ))}
        </TileGroup>
      </Part>
      <Part number={2} title="For whom">
        <TextInput
          aria-label="For whom"
          defaultValue="Harland Marine, Belfast"
          description="Known from 2 earlier outcomes."
          inputWrapperOrder={['input', 'description']}
        />
      </Part>
      <Part number={3} title="When">
        <ChipGroup label="When">
          {days.map((label) => (
            <ChoiceChip key={label} name="day" value={label} checked={day === label} onChoose={setDay}>
              {label}
            </ChoiceChip>
          ))}
        </ChipGroup>
      </Part>
      <Part number={4} title="Worth" optional="optional" hint="An estimate is fine for an opportunity; you can correct it later.">
        <div className={styles.flow}>
          <NumberInput aria-label="Amount" defaultValue={64000} thousandSeparator="," w={200} />
          <Select aria-label="Currency" data={['EUR €', 'GBP £']} defaultValue="EUR €" w={120} />
          <QuietAction>Not known yet</QuietAction>
        </div>
      </Part>
      <Part number={5} title="What carried it" optional="optional" hint="Every way counts the same.">
        <ChipGroup label="What carried it">
          {['LinkedIn · Rosalind Okafor', 'Phone', 'E-mail', 'Event', 'Referral', 'In person', 'Partner', 'None of these'].map((label) => (
            <Chip
              key={label}
              pressed={carried.includes(label)}
              onToggle={(on) => setCarried(on ? [...carried, label] : carried.filter((other) => other !== label))}
            >
              {label}
            </Chip>
          ))}
        </ChipGroup>
      </Part>
    </>
  )
}

function Fields() {
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

function Marks() {
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

export function Controls() {
  const [slice, setSlice] = useState<'count' | 'value'>('count')
  const [open, setOpen] = useState(false)
  return (
    <>
      <FilterBar
        end={
          <>
            <QuietAction onClick={() => setOpen(true)}>Export</QuietAction>
            <MainAction keys={['⌘', '↵']}>Send for review</MainAction>
          </>
        }
      >
        <Menu opened={new URLSearchParams(location.search).has('open') || undefined}>
          <Menu.Target>
            <FilterButton>3rd quarter 2026</FilterButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Period</Menu.Label>
            <Menu.Item>This month</Menu.Item>
            <Menu.Item>3rd quarter 2026</Menu.Item>
            <Menu.Divider />
            <Menu.Item disabled>Fiscal year</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <FilterButton before="compared with">2nd quarter</FilterButton>
        <FilterButton active>Whole company</FilterButton>
      </FilterBar>
      <Modal opened={open} onClose={() => setOpen(false)} title="Export" closeButtonProps={{ 'aria-label': 'Close' }}>
        Two sentences are enough.
      </Modal>
      <PageHead
        title="What came of it?"
        intro="Three answers are enough. The rest can wait until tonight, or until somebody asks."
        above={
          <TextLink href="#home" look="quiet">
            Home
          </TextLink>
        }
      />
      <SavedNote icon={<Icon name="check" />}>Saved a moment ago. It survives a closed tab.</SavedNote>
      <Questions />
      <Part title="Buttons" ruled>
        <div className={styles.flow}>
          <PlainAction keys={['N']}>Log an outcome</PlainAction>
          <PlainAction disabled>Not yet</PlainAction>
          <PlainAction loading>Working</PlainAction>
          <PlainAction href="#there">A link</PlainAction>
          <PlainAction tall>Tall</PlainAction>
          <QuietAction>Keep as a draft</QuietAction>
          <IconAction icon="close" label="Remove" />
          <TextLink href="#x">Double hydraulics</TextLink>
          <TextLink href="#y" look="more">
            All stories
          </TextLink>
          <Pick
            label="Measure"
            options={[
              { key: 'count', label: 'Count' },
              { key: 'value', label: 'Value' },
            ]}
            value={slice}
            onPick={setSlice}
          />
        </div>
        <MoreButton note="50 of 1,000+">Show 50 more</MoreButton>
      </Part>
      <Fields />
      <Marks />
      <Part title="Toast" ruled>
        <div style={{ width: 320 }}>
          <Notification withCloseButton={false} icon={<Icon name="check" />}>
            <UndoToast undoLabel="Undo" undoKey="U" onUndo={() => setOpen(false)}>
              Verified: “Hydro-Loire, third shaft”
            </UndoToast>
          </Notification>
        </div>
      </Part>
    </>
  )
}
