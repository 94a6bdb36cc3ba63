import type { SqlTx } from '@oeuvre/db/tenant'
import { type Side, sides } from '@oeuvre/domain/credits/schema'
import type { Figure } from '@oeuvre/domain/impact/parts/schema'
import { histogramMedian, type Spreads, spreadOf } from '@oeuvre/domain/impact/rules'
import type { HeadlineFigures } from '@oeuvre/domain/impact/schema'
import { type Answers, ask } from './ask-cells.ts'
import { askKinds, askPart, askPeople, askVerify, type KindRow, type PartRow, type PeopleRow } from './phrase-questions.ts'
import { type Cells, nil } from './read-cells.ts'

/** Everything that is asked of one period, beside what is told apart by time. */
export type Figures = {
  readonly kinds: readonly KindRow[]
  readonly teams: readonly PartRow[]
  readonly ownTeams: readonly PartRow[]
  readonly channels: readonly PartRow[]
  readonly skills: readonly PartRow[]
  readonly programs: readonly PartRow[]
  readonly objectives: readonly PartRow[]
  readonly people: Spreads
  /** Tenths of days to verify, by outcomes. */
  readonly verify: readonly { readonly bucket: number; readonly outcomes: number }[]
}

/** What is asked of one period. */
export function askFigures(cells: Cells) {
  return {
    kinds: askKinds(cells),
    teams: askPart(cells, 'team'),
    ownTeams: askPart(cells, 'own-team'),
    channels: askPart(cells, 'channel'),
    skills: askPart(cells, 'skill'),
    programs: askPart(cells, 'program'),
    objectives: askPart(cells, 'objective'),
    people: askPeople(cells),
    verify: askVerify(cells),
  }
}

export function figuresOf({ people, ...figures }: Answers<ReturnType<typeof askFigures>>): Figures {
  return { ...figures, people: spreadsOf(people) }
}

function spreadsOf([row]: readonly PeopleRow[]): Spreads {
  const of = (list: string | null | undefined) => (list ? spreadOf(list.split(',')) : null)
  return { people: row?.people ?? 0, results: of(row?.bp), value: of(row?.value) }
}

export async function loadFigures(tx: SqlTx, cells: Cells): Promise<Figures> {
  return figuresOf(await ask(tx, cells, askFigures(cells)))
}

type Summed = Pick<KindRow, 'bp' | 'outcomes' | 'value' | 'potential'>

function add(rows: readonly Summed[]): { bp: bigint; outcomes: number; value: bigint; potential: bigint } {
  return rows.reduce(
    (sum, row) => ({
      bp: sum.bp + BigInt(row.bp),
      outcomes: sum.outcomes + row.outcomes,
      value: sum.value + BigInt(row.value),
      potential: sum.potential + BigInt(row.potential),
    }),
    { bp: 0n, outcomes: 0, value: 0n, potential: 0n },
  )
}

export function figureOf(rows: readonly Summed[]): Figure {
  const { bp, outcomes, value } = add(rows)
  return { resultsBp: String(bp), outcomes, valueMinor: String(value) }
}

/** Verified, and matched to a CRM: apart. */
export function byRung({ kinds }: Figures): { readonly verified: Figure; readonly matched: Figure } {
  return { verified: figureOf(kinds.filter((row) => row.rung !== 5)), matched: figureOf(kinds.filter((row) => row.rung === 5)) }
}

/** Of the results that people decided, those decided within the promise. */
export function promisesOf({ kinds }: Figures): { readonly outcomes: number; readonly of: number } {
  return kinds.reduce((sum, row) => ({ outcomes: sum.outcomes + row.kept, of: sum.of + row.promised }), { outcomes: 0, of: 0 })
}

export function partFigure({ bp, outcomes, value }: PartRow): Figure {
  return { resultsBp: bp, outcomes, valueMinor: value }
}

export function headlineOf({ kinds, ownTeams, people, verify }: Figures): HeadlineFigures {
  return {
    ...figureOf(kinds),
    potentialMinor: String(add(kinds).potential),
    people: people.people,
    teams: ownTeams.filter((row) => row.key !== nil).length,
    medianDays: histogramMedian(verify)?.toFixed(2) ?? null,
  }
}

/** Realised value of some sides, in minor units. */
export function valueOfSides({ kinds }: Figures, of: readonly Side[]): bigint {
  return add(kinds.filter((row) => of.includes(row.side))).value
}

export function sideRows({ kinds }: Figures): (Figure & { readonly side: Side })[] {
  return sides.map((side) => ({ ...figureOf(kinds.filter((row) => row.side === side)), side }))
}

export type TypeRow = Figure & { readonly typeId: string; readonly potentialMinor: string }

export function typeRows({ kinds }: Figures): TypeRow[] {
  const rows = [...Map.groupBy(kinds, (row) => row.typeId)].map(([typeId, own]) => ({
    ...figureOf(own),
    typeId,
    potentialMinor: String(add(own).potential),
  }))
  return rows
    .filter((row) => row.resultsBp !== '0')
    .toSorted((a, b) => Number(BigInt(b.resultsBp) - BigInt(a.resultsBp)) || (a.typeId < b.typeId ? -1 : 1))
}
