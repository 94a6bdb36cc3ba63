/** Colours as measured: WCAG 2 contrast, and CIEDE2000 after simulated colour blindness (Machado 2009, severity 1). */
export type Vision = 'normal' | 'protan' | 'deutan' | 'tritan'
type Triple = readonly [number, number, number]

const simulations: Record<Vision, readonly [Triple, Triple, Triple]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function linear(hex: string): Triple {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const dot = (a: Triple, b: Triple) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** WCAG 2 contrast of two `#RRGGBB` colours, 1 to 21. */
export function contrast(first: string, second: string): number {
  const luminance = (hex: string) => dot(linear(hex), [0.2126, 0.7152, 0.0722])
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** CIE L*a*b* (D65) as somebody with this vision sees it. */
export function lab(hex: string, vision: Vision = 'normal'): Triple {
  const seen = simulations[vision].map((row) => Math.min(1, Math.max(0, dot(row, linear(hex))))) as unknown as Triple
  const pivot = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : (24389 / 27 / 116) * value + 16 / 116)
  const x = pivot(dot(seen, [0.4124564, 0.3575761, 0.1804375]) / 0.95047)
  const y = pivot(dot(seen, [0.2126729, 0.7151522, 0.072175]))
  const z = pivot(dot(seen, [0.0193339, 0.119192, 0.9503041]) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

function hueOf(a: number, b: number) {
  const hue = (Math.atan2(b, a) * 180) / Math.PI
  return hue < 0 ? hue + 360 : hue
}

/** CIEDE2000 difference of two L*a*b* colours (Sharma, Wu, Dalal 2005). */
export function deltaE(first: Triple, second: Triple): number {
  const chromaMean = (Math.hypot(first[1], first[2]) + Math.hypot(second[1], second[2])) / 2
  const stretch = 1.5 - 0.5 * Math.sqrt(chromaMean ** 7 / (chromaMean ** 7 + 25 ** 7))
  const [a1, a2] = [first[1] * stretch, second[1] * stretch]
  const [c1, c2] = [Math.hypot(a1, first[2]), Math.hypot(a2, second[2])]
  const [h1, h2] = [hueOf(a1, first[2]), hueOf(a2, second[2])]
  const grey = c1 * c2 === 0
  const apart = Math.abs(h1 - h2) > 180
  const hueStep = grey ? 0 : apart ? h2 - h1 + (h2 > h1 ? -360 : 360) : h2 - h1
  const hueMean = grey ? h1 + h2 : apart ? (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2 : (h1 + h2) / 2
  const lightMean = (first[0] + second[0]) / 2
  const cMean = (c1 + c2) / 2
  const t =
    1 -
    0.17 * Math.cos(radians(hueMean - 30)) +
    0.24 * Math.cos(radians(2 * hueMean)) +
    0.32 * Math.cos(radians(3 * hueMean + 6)) -
    0.2 * Math.cos(radians(4 * hueMean - 63))
  const light = (second[0] - first[0]) / (1 + (0.015 * (lightMean - 50) ** 2) / Math.sqrt(20 + (lightMean - 50) ** 2))
  const chroma = (c2 - c1) / (1 + 0.045 * cMean)
  const hue = (2 * Math.sqrt(c1 * c2) * Math.sin(radians(hueStep / 2))) / (1 + 0.015 * cMean * t)
  const turn = -Math.sin(radians(60 * Math.exp(-(((hueMean - 275) / 25) ** 2)))) * 2 * Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7))
  return Math.sqrt(light ** 2 + chroma ** 2 + hue ** 2 + turn * chroma * hue)
}
