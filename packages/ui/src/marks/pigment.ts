/** The eight pigments in their fixed order; a type keeps its own everywhere. `other` is stone with an outline, never a hue. */
export type Pigment = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 'other'

/** The colour to fill with; `other` must also be outlined in `--oe-ink-4`. */
export function pigmentColor(pigment: Pigment): string {
  return pigment === 'other' ? 'var(--oe-stone)' : `var(--oe-c${pigment})`
}
