import type { KudosItem } from '@oeuvre/domain/recognition/kudos/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Face } from '@oeuvre/ui/marks/face.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import said from '../../../components/said-head.module.css'
import { useFormat } from '../../../lib/format.ts'
import { useHiding, useRemoval } from '../model/use-kudos-changes.ts'
import { EditThanks } from './edit-thanks.tsx'
import styles from './kudos.module.css'

/** Who thanks whom, and in which words; one's own can be changed, one about oneself be kept from the others. */
export function KudosLine({ kudos, isToAll }: { readonly kudos: KudosItem; readonly isToAll: boolean }) {
  const t = useTranslations('recognition')
  const f = useFormat()
  const [isEdited, setEdited] = useState(false)
  const writer = kudos.writer?.name ?? t('former')
  return (
    <li className={styles.item}>
      <Face name={writer} />
      <div>
        <div className={said.head}>
          <b>{writer}</b>
          {!isToAll && <span>{t('to', { names: f.list(kudos.people.map((one) => one.name)) })}</span>}
          <time dateTime={kudos.at}>{f.instantDay(kudos.at)}</time>
          {kudos.isEdited && <span>{t('edited')}</span>}
          {kudos.isPrivate && <span>{t('private')}</span>}
          {kudos.isHidden && <span>{t('hidden')}</span>}
        </div>
        {isEdited ? (
          <EditThanks kudos={kudos} onDone={() => setEdited(false)} />
        ) : (
          <p className={styles.text} dir="auto">
            {kudos.text}
          </p>
        )}
        {!isEdited && <KudosEnds kudos={kudos} onEdit={() => setEdited(true)} />}
      </div>
    </li>
  )
}

/** What this reader may do with it. */
export function KudosEnds({ kudos, onEdit }: { readonly kudos: KudosItem; readonly onEdit?: () => void }) {
  const t = useTranslations('recognition')
  const remove = useRemoval()
  const hide = useHiding()
  const { id, isOwn, isHidden, can } = kudos
  if (!(isOwn && onEdit) && !can.hide) return null
  return (
    <div className={styles.ends} data-print="hide">
      {isOwn && onEdit && (
        <>
          <TextButton look="quiet" onClick={onEdit}>
            {t('edit')}
          </TextButton>
          <TextButton look="quiet" onClick={() => remove.mutate({ id })} disabled={remove.isPending}>
            {t('remove')}
          </TextButton>
        </>
      )}
      {can.hide && (
        <TextButton look="quiet" onClick={() => hide.mutate({ id, isHidden: !isHidden })} disabled={hide.isPending}>
          {t(isHidden ? 'show' : 'hide')}
        </TextButton>
      )}
    </div>
  )
}
