import type { Likeness } from '@oeuvre/domain/outcomes/likeness/schema'
import { useTranslations } from 'use-intl'

/** Why two results may be one, as a line: "Same client, same day, other people." */
export function useLikeness(): (likeness: Likeness) => string {
  const t = useTranslations('review.like.reasons')
  return ({ reasons }) => {
    const text = reasons.map((reason) => t(reason)).join(', ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
}
