import type { Pigment } from '@oeuvre/ui/marks/pigment.ts'

const pigments: readonly Pigment[] = [1, 2, 3, 4, 5, 6, 7, 8]

/** The pigment of a type; none of ours: stone. */
export function pigmentOf(type: { readonly pigment: number } | null): Pigment {
  return pigments.find((pigment) => pigment === type?.pigment) ?? 'other'
}
