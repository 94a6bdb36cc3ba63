import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ChoiceChip } from './actions/chip.tsx'
import { MainAction } from './actions/main-action.tsx'
import { PlainAction } from './actions/plain-action.tsx'
import { QuietAction } from './actions/quiet-action.tsx'
import { ChartTable } from './chart/chart-table.tsx'
import { PeopleStrip } from './chart/people-strip.tsx'
import { Sparkline } from './chart/sparkline.tsx'
import { DataTable } from './data/data-table.tsx'
import { Notice } from './feedback/notice.tsx'
import { initials } from './marks/face.tsx'
import { Ladder } from './marks/ladder.tsx'
import { Plate } from './plate/plate.tsx'
import { ShareBar } from './shares/share-bar.tsx'
import { ShareEditor } from './shares/share-editor.tsx'
import { theme } from './theme/theme.ts'

// Mantine's own variables stand in style elements, and are not what is tested.
const draw = (node: ReactNode) =>
  renderToStaticMarkup(<MantineProvider theme={theme}>{node}</MantineProvider>).replace(/<style.*?<\/style>/gs, '')

describe('actions', () => {
  test('only the main action is terracotta, and it can be counted', () => {
    const main = draw(<MainAction>Send</MainAction>)
    expect(main).toContain('var(--oe-accent)')
    expect(main).toContain('data-main-action')
    for (const other of [draw(<PlainAction>Save</PlainAction>), draw(<QuietAction>Leave</QuietAction>)]) {
      expect(other).not.toContain('--oe-accent')
      expect(other).not.toContain('terracotta')
      expect(other).not.toContain('data-main-action')
    }
  })

  test('an address makes a link of it', () => {
    expect(draw(<PlainAction href="/log">Log</PlainAction>)).toMatch(/<a [^>]*href="\/log"/)
    expect(draw(<PlainAction>Log</PlainAction>)).toMatch(/<button [^>]*type="button"/)
  })

  test('keys are shown, not said', () => {
    expect(draw(<PlainAction keys={['N']}>Log</PlainAction>)).toMatch(/<span [^>]*aria-hidden="true"[^>]*><kbd/)
  })

  test('a choice is a native radio', () => {
    const chip = draw(
      <ChoiceChip name="day" value="today" checked onChoose={() => undefined}>
        Today
      </ChoiceChip>,
    )
    expect(chip).toMatch(/<input type="radio"[^>]*name="day"/)
    expect(chip).toContain('checked=""')
  })
})

describe('marks', () => {
  test.each([
    ['Rosalind Okafor', 'RO'],
    ['Nadège Le Goff', 'NG'],
    ['élodie', 'É'],
    ['  Wei-Ling  Chen ', 'WC'],
    ['', ''],
  ])('initials of %j', (name, letters) => {
    expect(initials(name)).toBe(letters)
  })

  test('a ladder with a label is an image, without one it is decoration', () => {
    expect(draw(<Ladder rung={3} label="3 of 5" />)).toContain('role="img" aria-label="3 of 5"')
    expect(draw(<Ladder rung={3} />)).toContain('aria-hidden="true"')
  })
})

describe('shares', () => {
  test('thanked people have no band', () => {
    const bar = draw(
      <ShareBar
        bands={[
          { key: 'a', role: 'lead', share: 2 },
          { key: 'b', role: 'coach', share: 0 },
        ]}
      />,
    )
    expect(bar.match(/<i /g)).toHaveLength(1)
  })

  test('each edge is a slider that says both sides', () => {
    const editor = draw(
      <ShareEditor
        shares={[
          { key: 'a', name: 'Rosalind', role: 'lead', weight: 1 },
          { key: 'b', name: 'Thierry', role: 'support', weight: 1 },
          { key: 'c', name: 'Inès', role: 'shadow', weight: 1 },
        ]}
        onChange={() => undefined}
        label="Shares"
        edgeLabel={(left, right) => `${left}, ${right}`}
        edgeText={(left, leftPercent, right, rightPercent) => `${left} ${leftPercent}, ${right} ${rightPercent}`}
      />,
    )
    expect(editor.match(/role="slider"/g)).toHaveLength(2)
    expect(editor).toContain('aria-valuetext="Rosalind 34, Thierry 33"')
    expect(editor).toContain('aria-valuemin="1" aria-valuemax="66" aria-valuenow="34"')
  })

  test('a plate is decoration, one path a band', () => {
    const plate = draw(
      <Plate
        id="a"
        pigment={3}
        bands={[
          { share: 1, role: 'lead' },
          { share: 1, role: 'coach' },
        ]}
        shape="card"
      />,
    )
    expect(plate).toContain('aria-hidden="true"')
    expect(plate.match(/<path /g)).toHaveLength(2)
  })
})

describe('tables', () => {
  test('heads have a scope, a column without a head is no header', () => {
    const table = draw(
      <DataTable
        caption="Teams"
        rows={[{ name: 'Export', results: 13 }]}
        rowKey={(row) => row.name}
        columns={[
          { key: 'team', header: 'Team', rowHeader: true, cell: (row) => row.name },
          { key: 'results', header: 'Results', align: 'right', cell: (row) => row.results },
          { key: 'bar', cell: () => null },
        ]}
      />,
    )
    expect(table).toContain('<caption')
    expect(table.match(/scope="col"/g)).toHaveLength(2)
    expect(table.match(/scope="row"/g)).toHaveLength(1)
  })

  test('the twin of a chart keeps head and cell together for a phone', () => {
    const table = draw(
      <ChartTable data={{ caption: 'Results', head: ['Month', 'All'], rows: [{ key: 's', label: 'September', cells: ['29'] }] }} />,
    )
    expect(table).toMatch(/data-head="All"[^>]*>29</)
  })
})

describe('charts', () => {
  const strip = (people: number) =>
    draw(<PeopleStrip shares={Array.from({ length: people }, () => 1)} half={3} label="All" firstText="" otherText="" />)

  test('fewer than eight people are never drawn', () => {
    expect(strip(8)).toContain('<div')
    expect(strip(7)).not.toContain('<div')
  })

  test('a gap in a sparkline is not joined', () => {
    expect(draw(<Sparkline values={[1, 2, null, 4, 5]} />)).toMatch(/d="M[^"]*M[^"]*"/)
    expect(draw(<Sparkline values={[1]} />)).not.toContain('<svg')
  })
})

test('an error that appears is said at once, a note politely', () => {
  expect(draw(<Notice tone="error" live title="Lost." />)).toContain('role="alert"')
  expect(draw(<Notice tone="ok" live title="Done." />)).toContain('role="status"')
  expect(draw(<Notice title="Read this." />)).not.toContain('role=')
})
