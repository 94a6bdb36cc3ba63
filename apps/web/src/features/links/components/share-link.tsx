import type { LinkItem } from '@oeuvre/domain/links/schema'
import { useTranslations } from 'use-intl'
import { CopyLine } from '../embed/copy-line.tsx'
import { DisclosureLine } from '../embed/disclosure-line.tsx'
import { QrCode } from './qr-code.tsx'
import classes from './share.module.css'

/** All that goes with sharing: the address, its code for paper, and the line that says where one works. */
export function ShareLink({ link }: { readonly link: Pick<LinkItem, 'address' | 'code'> }) {
  const t = useTranslations('links.share')
  const disclosure = useTranslations('links.disclosure')
  return (
    <div className={classes.share}>
      <CopyLine label={t('address')} value={link.address} copyLabel={t('copy')} copiedLabel={t('copied')} />
      <QrCode address={link.address} code={link.code} />
      <div className={classes.part}>
        <h3>{disclosure('title')}</h3>
        <DisclosureLine />
      </div>
    </div>
  )
}
