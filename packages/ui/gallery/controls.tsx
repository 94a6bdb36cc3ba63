import { Menu, Modal, Notification } from '@mantine/core'
import { useState } from 'react'
import { FilterBar, FilterButton } from '../src/actions/filter-bar.tsx'
import { IconAction } from '../src/actions/icon-action.tsx'
import { MainAction } from '../src/actions/main-action.tsx'
import { MoreButton } from '../src/actions/more-button.tsx'
import { Pick } from '../src/actions/pick.tsx'
import { PlainAction } from '../src/actions/plain-action.tsx'
import { QuietAction } from '../src/actions/quiet-action.tsx'
import { TextLink } from '../src/actions/text-link.tsx'
import { SavedNote, UndoToast } from '../src/feedback/undo-toast.tsx'
import { PageHead } from '../src/layout/page-head.tsx'
import { Part } from '../src/layout/side-head.tsx'
import { Icon } from '../src/marks/icon.tsx'
import { Fields, Marks } from './controls-more.tsx'
import { Questions } from './controls-questions.tsx'
import styles from './gallery.module.css'

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
