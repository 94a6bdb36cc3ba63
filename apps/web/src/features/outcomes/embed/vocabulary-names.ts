import { platformNames } from '@oeuvre/domain/accounts/platform-names/schema'
import { useTranslations } from 'use-intl'
import type { fr } from '../../../locales/fr.ts'

type Words = (typeof fr)['outcomes']
type Named = { readonly code: string | null; readonly name: string | null }

/** Codes that have words; a test holds that they are all there. */
export const knownCodes: { readonly [K in 'types' | 'channels' | 'skills']: readonly (keyof Words[K])[] } = {
  types: [
    'client-won',
    'client-kept',
    'deal-expanded',
    'opportunity-found',
    'partner-found',
    'hire-made',
    'message-landed',
    'press-or-speaking',
    'market-insight',
    'support-solved',
  ],
  channels: ['social', 'blog', 'forum', 'newsletter', 'own', 'phone', 'e-mail', 'event', 'referral', 'inbound-web', 'partner', 'in-person'],
  skills: ['selling', 'recruiting', 'support', 'research', 'purchasing', 'marketing', 'engineering', 'communication'],
}

function isPlatform(code: string | null): code is keyof typeof platformNames {
  return code !== null && Object.hasOwn(platformNames, code)
}

/** What the organization calls its types, channels and skills: its own name, else the built-in word, else a platform's name. */
export function useVocabularyNames() {
  const types = useTranslations('outcomes.types')
  const channels = useTranslations('outcomes.channels')
  const skills = useTranslations('outcomes.skills')
  return {
    type: ({ code, name }: Named) => {
      const word = knownCodes.types.find((one) => one === code)
      return name ?? (word ? types(word) : (code ?? ''))
    },
    channel: ({ code, name, platform }: Named & { readonly platform: string | null }) => {
      const word = knownCodes.channels.find((one) => one === code)
      return name ?? (word ? channels(word) : isPlatform(platform) ? platformNames[platform] : (code ?? ''))
    },
    skill: ({ code, name }: Named) => {
      const word = knownCodes.skills.find((one) => one === code)
      return name ?? (word ? skills(word) : (code ?? ''))
    },
    platform: (platform: string) => {
      const word = knownCodes.channels.find((one) => one === platform)
      return word ? channels(word) : isPlatform(platform) ? platformNames[platform] : platform
    },
  }
}
