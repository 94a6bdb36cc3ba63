import type { StoryPage } from '@oeuvre/domain/stage/schema'

/** It is read, and nobody in it stays unnamed. */
export function isOpenToThanks({ place, story }: Pick<StoryPage, 'place' | 'story'>): boolean {
  return (place === 'front' || place === 'archive') && story.people.every(({ name }) => name !== null)
}
