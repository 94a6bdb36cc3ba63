import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Fragment, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import type { Outputs } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useHidingAward, useTakingBack } from '../model/use-award-changes.ts'
import styles from './awards.module.css'
import { RevokeDialog } from './revoke-dialog.tsx'

export type Award = Outputs['awards']['list']['awards'][number]
type LineProps = { readonly award: Award; readonly withRecipient?: boolean; readonly withResults?: boolean }

/** Why, by whom and for what; what became of it, for whom it concerns. */
export function AwardLine({ award, withRecipient = false, withResults = true }: LineProps) {
  const t = useTranslations('recognition.awards')
  const f = useFormat()
  return (
    <li className={styles.item}>
      <p className={styles.reason} data-off={award.revoked !== null || undefined} dir="auto">
        {award.reason}
      </p>
      <p className={styles.by}>
        {withRecipient && <b>{t('to', { name: award.recipient.name })}</b>}
        <span>{t('by', { name: award.giver?.name ?? t('former') })}</span>
        <time dateTime={award.at}>{f.instantDay(award.at)}</time>
        {award.recipient.kind === 'team' && !withRecipient && <span>{t('withTeam', { name: award.recipient.name })}</span>}
      </p>
      {withResults && <Results award={award} />}
      <Standing award={award} />
      <Ends award={award} />
    </li>
  )
}

function Results({ award }: { readonly award: Award }) {
  const t = useTranslations('recognition.awards')
  const { organization } = useShell()
  return (
    <p className={styles.results}>
      {t('for')}{' '}
      {award.results.map(({ id, title }, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          {title === null ? (
            t('withheld')
          ) : (
            <ScreenLink to="/$organization/outcomes/$id" params={{ organization, id }}>
              {title || t('untitled')}
            </ScreenLink>
          )}
        </Fragment>
      ))}
    </p>
  )
}

function Standing({ award }: { readonly award: Award }) {
  const t = useTranslations('recognition.awards')
  const f = useFormat()
  const { revoked, trace, isUnderReview, isToldFirst, isHidden } = award
  return (
    <div className={styles.standing}>
      {isToldFirst && <p>{t('toldFirst')}</p>}
      {isHidden && <p>{t('hidden')}</p>}
      {isUnderReview && !revoked && <p data-tone="warn">{t('underReview')}</p>}
      {trace?.map((one) => (
        <p key={`${one.at} ${one.what}`}>
          {f.instantDay(one.at)} · {t(`trace.${one.what}`, { title: one.title ?? t('withheld') })}
        </p>
      ))}
      {revoked && (
        <p>
          {f.instantDay(revoked.at)} · {t('revoked', { name: revoked.by?.name ?? t('former'), reason: revoked.reason })}
        </p>
      )}
    </div>
  )
}

function Ends({ award: { id, can, isHidden } }: { readonly award: Award }) {
  const t = useTranslations('recognition.awards')
  const [isRevoking, setRevoking] = useState(false)
  const takeBack = useTakingBack()
  const hide = useHidingAward()
  if (!can.undo && !can.revoke && !can.hide) return null
  return (
    <div className={styles.ends} data-print="hide">
      {can.undo && (
        <TextButton look="quiet" onClick={() => takeBack.mutate({ id })} disabled={takeBack.isPending}>
          {t('takeBack')}
        </TextButton>
      )}
      {can.revoke && (
        <TextButton look="quiet" onClick={() => setRevoking(true)}>
          {t('revoke')}
        </TextButton>
      )}
      {can.hide && (
        <TextButton look="quiet" onClick={() => hide.mutate({ id, isHidden: !isHidden })} disabled={hide.isPending}>
          {t(isHidden ? 'show' : 'hide')}
        </TextButton>
      )}
      {isRevoking && <RevokeDialog id={id} onClose={() => setRevoking(false)} />}
    </div>
  )
}
