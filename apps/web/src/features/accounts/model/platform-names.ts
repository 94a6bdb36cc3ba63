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

type Named = {
  readonly platform: Platform
  /** What the organization calls one that it added. */
  readonly platformName?: string | null
  readonly label: string | null
}

/** "LinkedIn · in/jane-doe", for notices and labels; the platform alone where there is no name to show. */
export function useAccountName(): (account: Named) => string {
  const t = useTranslations('accounts')
  const nameOf = usePlatformName()
  return ({ platform, platformName, label }) => {
    const name = platformName ?? nameOf(platform)
    return label === null ? name : t('named', { platform: name, label })
  }
}
