import { IconAction } from '@oeuvre/ui/actions/icon-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Track } from '@oeuvre/ui/data/track.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import type { Uploads } from '../../files/embed/use-uploads.ts'
import { thumbnailOf } from '../embed/evidence-address.ts'
import type { FileOnForm } from '../model/log-form.ts'
import classes from './log-files.module.css'

/** A file of the list: its picture where it is one, its name, how large it is. */
export function FileRow({
  file,
  name,
  onRemove,
  mark,
}: {
  readonly file: FileOnForm
  readonly name: string
  readonly onRemove: () => void
  readonly mark: ReactNode
}) {
  const t = useTranslations('outcomesLog.shows')
  const f = useFormat()
  return (
    <li>
      {file.kind === 'image' ? <img src={thumbnailOf(file.address)} alt="" className={classes.thumbnail} /> : <Icon name="file" />}
      <a href={file.address} target="_blank" rel="noreferrer">
        {name}
      </a>
      <small>{f.bytes(file.size)}</small>
      {mark}
      <IconAction icon="close" label={t('remove', { what: name })} onClick={onRemove} />
    </li>
  )
}

/** Files on their way: how far, or what stands in their way. */
export function UploadRows({ uploads }: { readonly uploads: Uploads }) {
  const t = useTranslations('outcomesLog.shows')
  const f = useFormat()
  const words = useWords()
  function standing({ state, share, size, refusals }: Uploads['items'][number]): string {
    if (state === 'waiting') return t('waiting')
    if (state === 'refused') return refusals.map(words).join(' ')
    return share === 1 ? t('finishing') : t('progress', { share: f.percent(Math.floor(share * 100)), size: f.bytes(size) })
  }
  return uploads.items.map((item) => (
    <li key={item.id} className={classes.upload} data-state={item.state}>
      <Icon name={item.state === 'sending' ? 'file' : 'warn'} />
      <span className={classes.name}>{item.name}</span>
      <span className={classes.standing}>
        {item.state === 'sending' && <Track share={item.share} />}
        <span role={item.state === 'sending' ? undefined : 'alert'}>{standing(item)}</span>
        {item.state === 'waiting' && <TextButton onClick={() => uploads.retry(item.id)}>{t('retry')}</TextButton>}
      </span>
      <IconAction icon="close" label={t('stop', { what: item.name })} onClick={() => uploads.remove(item.id)} />
    </li>
  ))
}
