import type { Platform } from '@oeuvre/domain/accounts/platforms/schema'
import { TextLink } from '@oeuvre/ui/actions/text-link.tsx'
import { useAccountName, usePlatformName } from '../model/platform-names.ts'

type AccountNameProps = {
  readonly platform: Platform
  /** As the server gave it to this reader: null where they may not see the account, or it was withdrawn. */
  readonly account: { readonly label: string; readonly address: string } | null
}

/** What carried a result: the account to those who may see it, else the platform alone. */
export function AccountName({ platform, account }: AccountNameProps) {
  const platformName = usePlatformName()
  const accountName = useAccountName()
  if (!account) return <>{platformName(platform)}</>
  return (
    <TextLink href={account.address} target="_blank" rel="noopener noreferrer">
      {accountName({ platform, label: account.label })}
    </TextLink>
  )
}
