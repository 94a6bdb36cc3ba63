import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useTranslations } from 'use-intl'

/** `isQuiet`: no sign of it for ninety days or more; told to its owner alone. */
export type OwnAccount = { readonly id: string; readonly label: string; readonly isQuiet: boolean }
/** A list in the reader's way, of so many. */
type Named = { readonly names: string; readonly count: number }

/** An account that went quiet is a reason to offer help, and no figure. */
export function QuietHelp({ quiet, coaches }: { readonly quiet: Named; readonly coaches: Named }) {
  const t = useTranslations('programs.part')
  if (quiet.count === 0) return null
  return (
    <Notice>
      {t('quiet', { accounts: quiet.names, count: quiet.count })}{' '}
      {coaches.count > 0 ? t('quietCoaches', { names: coaches.names, coaches: coaches.count }) : t('quietGuide')}
    </Notice>
  )
}
