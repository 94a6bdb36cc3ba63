/** How dark the engraving is at a point, from 0 (a hairline) to 1 (lines that nearly touch). Coordinates in px of the drawing. */
export type Field = (x: number, y: number) => number
type Motif = (width: number, height: number, next: () => number) => Field

const clamp = (value: number) => Math.max(0, Math.min(1, value))
const between = (next: () => number, from: number, to: number) => from + (to - from) * next()

function smooth(from: number, to: number, value: number) {
  const t = clamp((value - from) / (to - from))
  return t * t * (3 - 2 * t)
}

/** A bead of weld: coins of metal laid over one another, dark where one ends on the next. */
const weld: Motif = (_width, height, next) => {
  const radius = height * between(next, 0.3, 0.36)
  const pitch = radius * between(next, 0.58, 0.68)
  const start = -radius * next()
  const middle = height * between(next, 0.46, 0.54)
  return (x, y) => {
    const last = Math.floor((x + radius - start) / pitch)
    for (let coin = last; coin > last - 8; coin--) {
      const distance = Math.hypot((x - start - coin * pitch) * 1.22, y - middle)
      if (distance < radius) return 0.13 + 0.12 * smooth(middle - radius, middle + radius, y) + 0.75 * smooth(0.5, 0.98, distance / radius)
    }
    return 0.05 + 0.12 * (y / height)
  }
}

/** A low disc and its long reflection. */
const dawn: Motif = (width, height, next) => {
  const centre = width * between(next, 0.3, 0.7)
  const horizon = height * between(next, 0.58, 0.68)
  const radius = height * between(next, 0.28, 0.36)
  return (x, y) => {
    const distance = Math.hypot(x - centre, y - horizon)
    if (y < horizon)
      return distance < radius ? 0.95 - 0.45 * smooth(0, radius, horizon - y) : 0.34 - 0.29 * smooth(radius, radius * 3.4, distance)
    const depth = (y - horizon) / (height - horizon)
    const ripple = 0.5 + 0.5 * Math.sin(depth * 26 + Math.sin(x / 58))
    const inReflection = Math.abs(x - centre) < radius * (1 - depth * 0.3) + 8 * Math.sin(y * 0.62)
    return inReflection ? 0.24 + 0.66 * ripple : 0.14 + 0.28 * ripple * (0.4 + 0.6 * depth)
  }
}

/** Two sources that sing together. */
const song: Motif = (width, height, next) => {
  const [ax, ay] = [width * between(next, 0.18, 0.36), height * between(next, 0.35, 0.65)]
  const [bx, by] = [width * between(next, 0.66, 0.86), height * between(next, 0.3, 0.6)]
  const pitch = between(next, 20, 26) / height
  return (x, y) => {
    const [a, b] = [Math.hypot(x - ax, y - ay), Math.hypot(x - bx, y - by)]
    const wave = (0.5 + 0.5 * Math.sin(a * pitch)) * (0.5 + 0.5 * Math.sin(b * pitch))
    return 0.12 + 0.86 * wave * (1 - 0.4 * smooth(0, width * 0.8, Math.min(a, b)))
  }
}

/** A steel plate and its holes, each lit from above. */
const holes: Motif = (width, height, next) => {
  const pitch = height / between(next, 2.8, 3.6)
  const shift = pitch * next()
  const radius = pitch * 0.33
  return (x, y) => {
    const row = Math.round((y - height / 2) / pitch)
    const offset = shift + (row % 2 === 0 ? 0 : pitch / 2)
    const cx = Math.round((x - offset) / pitch) * pitch + offset
    const cy = row * pitch + height / 2
    const distance = Math.hypot(x - cx, y - cy)
    if (distance < radius) return 0.03 + 0.16 * smooth(radius, -radius, y - cy)
    return 0.3 + 0.46 * smooth(radius * 1.9, radius, distance) + 0.12 * (x / width)
  }
}

/** Ridges, one behind the other, darker as they come near. */
const ridges: Motif = (width, height, next) => {
  const layers = [0.36, 0.54, 0.74].map((level) => {
    const [phase, swing, turns] = [next() * 6.28, height * between(next, 0.07, 0.13), between(next, 3.5, 6.5)]
    return (x: number) =>
      height * level + swing * Math.sin((x / width) * turns + phase) + swing * 0.35 * Math.sin((x / width) * turns * 2.7 + phase * 2)
  })
  const tones = [0.24, 0.5, 0.82]
  return (x, y) => {
    let tone = 0.05 + 0.1 * (y / height)
    for (const [index, ridge] of layers.entries()) {
      const depth = y - ridge(x)
      if (depth > 0) tone = (tones[index] ?? 0) - 0.2 * smooth(0, height * 0.26, depth)
    }
    return tone
  }
}

/** The rings of a trunk, pushed aside by a knot. */
const rings: Motif = (width, height, next) => {
  const [cx, cy] = [width * between(next, 0.2, 0.8), height * between(next, 0.9, 1.25)]
  const [kx, ky] = [width * between(next, 0.25, 0.75), height * between(next, 0.25, 0.55)]
  const pitch = height / between(next, 7, 9.5)
  return (x, y) => {
    const knot = Math.exp(-(((x - kx) / (height * 0.42)) ** 2 + ((y - ky) / (height * 0.26)) ** 2))
    const distance = Math.hypot((x - cx) * 0.62, y - cy) + pitch * (2.6 * knot + 0.5 * Math.sin(x / (height * 0.3)))
    const ring = 0.5 + 0.5 * Math.sin((distance / pitch) * 2 * Math.PI)
    return 0.08 + 0.72 * ring ** 2.2 + 0.2 * knot
  }
}

/** A river seen from above, and its flow. */
const river: Motif = (width, height, next) => {
  const [phase, turns, half] = [next() * 6.28, between(next, 5, 7.5), height * between(next, 0.15, 0.2)]
  return (x, y) => {
    const bed = height * 0.5 + height * 0.24 * Math.sin((x / width) * turns + phase) + height * 0.07 * Math.sin((x / width) * turns * 2.3)
    const away = Math.abs(y - bed)
    if (away < half)
      return 0.3 + 0.6 * (0.5 + 0.5 * Math.sin(((y - bed) / half) * 7 + x / (height * 0.16))) * (1 - 0.5 * (away / half) ** 2)
    const field = 0.5 + 0.5 * Math.sin((away - half) / (height * 0.045))
    return 0.06 + 0.26 * field * (1 - smooth(half, height * 0.62, away))
  }
}

/** Arches in a row, and the light that falls through them. */
const arches: Motif = (width, height, next) => {
  const span = width / Math.max(2, Math.round(width / (height * between(next, 0.62, 0.8))))
  const shift = span * next()
  const crown = height * between(next, 0.42, 0.5)
  const opening = span * 0.34
  return (x, y) => {
    const across = ((((x + shift) % span) + span) % span) - span / 2
    const isOpen = y > crown ? Math.abs(across) < opening : Math.hypot(across, y - crown) < opening
    if (isOpen) return 0.05 + 0.3 * smooth(-opening, opening, across) * smooth(crown - opening, height, y)
    const rim = (y > crown ? Math.abs(across) : Math.hypot(across, y - crown)) - opening
    return 0.46 + 0.42 * smooth(span * 0.1, 0, rim) - 0.22 * smooth(crown - opening * 1.2, 0, y)
  }
}

const table = { weld, dawn, song, holes, ridges, rings, river, arches } as const
export type MotifName = keyof typeof table
export const motifNames = Object.keys(table) as MotifName[]

/** The scalar field of a motif; `next` varies it a little, so that no two stories share a picture. */
export function motifField(name: MotifName, width: number, height: number, next: () => number): Field {
  const field = table[name](width, height, next)
  return (x, y) => clamp(field(x, y))
}
