import { platformNames } from '@oeuvre/domain/accounts/platform-names/schema'
import type { LinkItem, LinkPlace } from '@oeuvre/domain/links/schema'
import { useTranslations } from 'use-intl'

const words = ['email', 'message', 'print', 'event', 'own', 'blog', 'newsletter', 'forum'] as const

/** What a place and a link are called. */
export function useLinkWords() {
  const t = useTranslations('links.place')
  const placeName = (place: LinkPlace): string => {
    const word = words.find((one) => one === place)
    if (word) return t(word)
    return Object.entries(platformNames).find(([code]) => code === place)?.[1] ?? place
  }
  /** Its owner's word, else where it leads, without what every address begins with. */
  const titleOf = ({ note, destination }: Pick<LinkItem, 'note' | 'destination'>) =>
    note.trim() || destination.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '')
  return { placeName, titleOf }
}
