import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Chip, ChipGroup, ChoiceChip } from '../src/actions/chip.tsx'
import { QuietAction } from '../src/actions/quiet-action.tsx'
import { Tile, TileGroup } from '../src/actions/tile.tsx'
import { Part } from '../src/layout/side-head.tsx'
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

const days = ['Today', 'Yesterday', 'Friday 9 October', 'Another date']

export function Questions() {
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
