import type { Side } from '@oeuvre/domain/credits/schema'
import { sides } from '@oeuvre/domain/credits/schema'
import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import type { Fill } from '@oeuvre/ui/chart/types.ts'
import type { Pigment } from '@oeuvre/ui/marks/pigment.ts'
import { useVocabularyNames } from '../../outcomes/embed/vocabulary-names.ts'
import { useNames } from './use-names.ts'
import { usePageWords } from './use-page-words.ts'

/** Hue means type of result and nothing else. */
export const sideFills = { social: 'solid', both: 'hatched', conventional: 'stone', 'not-stated': 'dotted' } as const satisfies Record<
  Side,
  Fill
>
const sideOrder: readonly Side[] = ['social', 'both', 'conventional', 'not-stated']
const plainFills: readonly Fill[] = ['solid', 'stone', 'hatched', 'hollow', 'dotted', 'other']

/** What a series over time is called and how it is filled. */
export function useSeriesWords(page: ImpactPage) {
  const { t } = usePageWords(page)
  const names = useVocabularyNames()
  const named = useNames(page)
  const { by } = page.overTime
  return (key: string, rank: number): { readonly label: string; readonly fill: Fill; readonly order: number } => {
    const plain = { fill: plainFills[rank] ?? 'other', order: rank } as const
    if (by === 'none') return { label: t('overTime.all'), fill: 'solid', order: 0 }
    if (by === 'type') {
      const type = page.types.find((row) => row.type.id === key)?.type
      const pigment = type ? (type.pigment as Pigment) : ('other' as const)
      return { label: type ? names.type(type) : t('overTime.others'), fill: pigment, order: type?.pigment ?? 99 }
    }
    const side = sides.find((one) => by === 'side' && one === key)
    if (side) return { label: t(`sides.names.${side}`), fill: sideFills[side], order: sideOrder.indexOf(side) }
    const channel = page.channels.find((row) => row.channel.id === key)?.channel
    if (by === 'channel') return { label: channel ? names.channel(channel) : t('overTime.others'), ...plain }
    return { label: named(by === 'side' ? 'none' : by, key), ...plain }
  }
}
