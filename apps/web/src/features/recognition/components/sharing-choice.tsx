import { type SharedWith, type SharingOutput, sharedWiths } from '@oeuvre/domain/recognition/portfolio/schema'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { PersonSelect } from '../../people/embed/person-select.tsx'
import styles from './kudos.module.css'

/** Who sees what is gathered of the reader: nobody, one person, or everybody here. Taken back at any time. */
export function SharingChoice({ sharing }: { readonly sharing: SharingOutput }) {
  const t = useTranslations('recognition.sharing')
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const share = useMutation(
    trpc.portfolio.share.mutationOptions({ onSettled: () => client.invalidateQueries(trpc.portfolio.sharing.pathFilter()) }),
  )
  const chosen: SharedWith = isAsking ? 'person' : (sharing.sharedWith ?? 'nobody')
  function choose(sharedWith: SharedWith) {
    setAsking(sharedWith === 'person')
    if (sharedWith !== 'person') share.mutate({ sharedWith, personId: null })
  }
  return (
    <div className={styles.sharing} data-print="hide">
      <span aria-hidden="true">{t('label')}</span>
      <Pick label={t('label')} options={sharedWiths.map((key) => ({ key, label: t(`with.${key}`) }))} value={chosen} onPick={choose} />
      {chosen === 'person' && (
        <PersonSelect
          label={t('person')}
          size="sm"
          isSingle
          value={sharing.person ? [sharing.person] : []}
          onChange={([person]) => {
            setAsking(person === undefined)
            share.mutate(person ? { sharedWith: 'person', personId: person.id } : { sharedWith: 'nobody', personId: null })
          }}
        />
      )}
      <p className={styles.quiet}>{t(`hint.${chosen}`)}</p>
    </div>
  )
}
