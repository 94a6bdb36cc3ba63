import type { Band, ShareRole } from '../shares/role.ts'
import { type Field, type MotifName, motifField, motifNames } from './motifs.ts'
import { hash, sequence } from './seed.ts'

export type Engraving = { viewBox: string; width: number; height: number; paths: readonly string[] }
export type EngravingRequest = {
  /** The outcome's id: picks the motif and varies it. */
  id: string
  bands: readonly Band[]
  /** `blank` draws hairlines only: the page that waits for its first story. */
  motif?: MotifName | 'blank'
  width: number
  height: number
  /** Distance of the lines in px. */
  step: number
}

type Point = readonly [number, number]
type Line = { origin: Point; direction: Point; from: number; to: number }

const angles: Record<ShareRole, number> = { lead: -38, support: 38, coach: 0, shadow: 90 }
const gap = 3
const sampling = 4
/** A line's edge may lie this far (px) from where the field puts it: invisible, and it saves most points. */
const tolerance = 0.2
/** Four units a pixel, whole numbers, relative to the point before: two to five bytes a coordinate. */
const scale = 4

/** Cuts the line `origin + t * direction` to the box; empty where `to < from`. */
function clip(origin: Point, direction: Point, box: readonly [Point, Point]): Line {
  let [from, to] = [-Infinity, Infinity]
  for (const axis of [0, 1] as const) {
    const [at, run, low, high] = [origin[axis], direction[axis], box[0][axis], box[1][axis]]
    if (Math.abs(run) < 1e-9) {
      if (at < low || at > high) to = -Infinity
      continue
    }
    const [first, second] = [(low - at) / run, (high - at) / run]
    from = Math.max(from, Math.min(first, second))
    to = Math.min(to, Math.max(first, second))
  }
  return { origin, direction, from, to }
}

/** The samples that a polyline through them cannot do without (Douglas and Peucker, on the width along the line). */
function needed(samples: readonly Point[]): Point[] {
  const keep = new Uint8Array(samples.length)
  const open: [number, number][] = [[0, samples.length - 1]]
  keep[0] = keep[samples.length - 1] = 1
  for (let part = open.pop(); part; part = open.pop()) {
    const [first, last] = part
    const [a, b] = [samples[first], samples[last]]
    if (!a || !b) continue
    let [worst, split] = [tolerance, -1]
    for (let index = first + 1; index < last; index++) {
      const [t, half] = samples[index] ?? a
      const error = Math.abs(half - (a[1] + ((b[1] - a[1]) * (t - a[0])) / (b[0] - a[0])))
      if (error > worst) [worst, split] = [error, index]
    }
    if (split < 0) continue
    keep[split] = 1
    open.push([first, split], [split, last])
  }
  return samples.filter((_, index) => keep[index] === 1)
}

function coordinate(value: number, isFirst: boolean) {
  return value < 0 || isFirst ? `${value}` : ` ${value}`
}

/** One line as an outline: up one side, back on the other. */
function outline({ origin, direction, from, to }: Line, weight: (x: number, y: number) => number): string {
  const count = Math.max(2, Math.round((to - from) / sampling))
  const samples = Array.from({ length: count + 1 }, (_, index): Point => {
    const t = from + ((to - from) * index) / count
    return [t, weight(origin[0] + direction[0] * t, origin[1] + direction[1] * t)]
  })
  const knots = needed(samples)
  const edge = (side: 1 | -1) =>
    knots.map(
      ([t, half]): Point => [
        Math.round((origin[0] + direction[0] * t - side * direction[1] * half) * scale),
        Math.round((origin[1] + direction[1] * t + side * direction[0] * half) * scale),
      ],
    )
  const [start, ...rest] = [...edge(1), ...edge(-1).reverse()]
  if (!start) return ''
  let path = `M${start[0]}${coordinate(start[1], false)}l`
  let [x, y] = start
  for (const [index, point] of rest.entries()) {
    path += coordinate(point[0] - x, index === 0) + coordinate(point[1] - y, false)
    ;[x, y] = point
  }
  return `${path}z`
}

function engraveBand(role: ShareRole, box: readonly [Point, Point], step: number, field: Field): string {
  const angle = (angles[role] * Math.PI) / 180
  const direction: Point = [Math.cos(angle), Math.sin(angle)]
  const normal: Point = [-direction[1], direction[0]]
  const corners = [box[0], [box[1][0], box[0][1]], [box[0][0], box[1][1]], box[1]] as const
  const offsets = corners.map((corner) => corner[0] * normal[0] + corner[1] * normal[1])
  const weight = (x: number, y: number) => 0.22 + field(x, y) * step * 0.4
  let path = ''
  for (let offset = Math.ceil(Math.min(...offsets) / step) * step; offset < Math.max(...offsets); offset += step) {
    const line = clip([offset * normal[0], offset * normal[1]], direction, box)
    if (line.to - line.from >= 2) path += outline(line, weight)
  }
  return path
}

/** The engraving of a split: one path a band, as wide as its share, cut at the angle of its role. The same input gives the same paths. */
export function engrave({ id, bands, motif, width, height, step }: EngravingRequest): Engraving {
  const next = sequence(hash(id))
  const chosen = motif ?? motifNames[Math.floor(next() * motifNames.length)] ?? 'weld'
  const field: Field = chosen === 'blank' ? () => 0.02 : motifField(chosen, width, height, next)
  const drawn = bands.filter((band) => band.share > 0)
  const total = drawn.reduce((sum, band) => sum + band.share, 0)
  let left = 0
  const paths = drawn.map((band, index) => {
    const right = left + (width * band.share) / total
    const box = [
      [left + (index > 0 ? gap / 2 : 0), 0],
      [right - (index < drawn.length - 1 ? gap / 2 : 0), height],
    ] as const
    left = right
    return engraveBand(band.role, box, step, field)
  })
  return { viewBox: `0 0 ${width * scale} ${height * scale}`, width, height, paths }
}
