import { TextLink } from '@oeuvre/ui/actions/text-link.tsx'
import { useTranslations } from 'use-intl'
import { exportAddress } from '../../../lib/export-address.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from './export-links.module.css'

/** The whole lists as files; the lists themselves offer what they show under their filters. */
export function ExportLinks() {
  const t = useTranslations('transfers.exports')
  const { organization } = useShell()
  return (
    <ul className={classes.list}>
      {(['outcomes', 'credits', 'people', 'teams'] as const).map((what) => (
        <li key={what}>
          <TextLink look="more" href={exportAddress(organization, what)} download>
            {t('file', { what: t(what) })}
          </TextLink>
        </li>
      ))}
    </ul>
  )
}
