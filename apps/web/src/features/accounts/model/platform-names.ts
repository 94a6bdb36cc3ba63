import { platformNames } from '@oeuvre/domain/accounts/platform-names/schema'
import { openPlatforms, type Platform } from '@oeuvre/domain/accounts/platforms/schema'
import { useTranslations } from 'use-intl'

type OpenPlatform = (typeof openPlatforms)[number]

/** Names of platforms are names; a blog is a word. */
export function usePlatformName(): (platform: Platform) => string {
  const t = useTranslations('accounts.open')
  return (platform) => {
    const open: OpenPlatform | undefined = openPlatforms.find((one) => one === platform)
    return open ? t(open) : platformNames[platform]
  }
}

/** "LinkedIn · in/jane-doe", for notices and labels; the platform alone where there is no name to show. */
export function useAccountName(): (account: { readonly platform: Platform; readonly label: string | null }) => string {
  const t = useTranslations('accounts')
  const platformName = usePlatformName()
  return ({ platform, label }) => (label === null ? platformName(platform) : t('named', { platform: platformName(platform), label }))
}
