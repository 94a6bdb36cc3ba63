import type { StoryCard, StoryPerson } from '@oeuvre/domain/stage/schema'
import { useTranslations } from 'use-intl'

/** Bands of the bar of shares and of the picture, in the order of the list beside them. */
export function bandsOf({ people }: Pick<StoryCard, 'people'>) {
  return people.map(({ role, share }, at) => ({ key: String(at), role, share }))
}

export function useStoryWords() {
  const t = useTranslations('stage')
  const outcomes = useTranslations('outcomes')
  return {
    role: ({ role, isThanked }: StoryPerson) => (isThanked ? outcomes('thanked') : outcomes(`roles.${role}`)),
    name: ({ name, isFormer, isUnasked }: StoryPerson) => name ?? t(isFormer ? 'former' : isUnasked ? 'colleague' : 'unnamed'),
    /** What of a story stands in brief: its beginning. */
    opening: ({ story }: StoryCard) => [story.situation, story.action, story.result].find((part) => part.trim() !== '') ?? '',
  }
}
