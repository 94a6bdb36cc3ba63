import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import type { vocabulary } from '../../../locales/fr/vocabulary.ts'

type Named = { readonly code: string | null; readonly name: string | null }
type Vocabulary = typeof vocabulary
type Kind = 'type' | 'channel' | 'skill'

/** What types, channels and skills are called: the organization's own name, else the catalogue's for what is built in. */
export function useNames() {
  const t = useTranslations('vocabulary')
  return useMemo(() => {
    const named = (kind: Kind) => (thing: Named) => {
      if (thing.name) return thing.name
      const key = `${kind}.${thing.code}`
      // A code comes from the database: only the catalogue knows whether it has a word for it.
      return thing.code !== null && t.has(key as never) ? t(key as `type.${keyof Vocabulary['type']}`) : t('unnamed')
    }
    return { type: named('type'), channel: named('channel'), skill: named('skill') }
  }, [t])
}
