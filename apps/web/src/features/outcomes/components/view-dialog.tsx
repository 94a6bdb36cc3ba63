import { Modal, Radio, TextInput } from '@mantine/core'
import { type SharedWith, sharedWith, type ViewAddress, type ViewOutput, type ViewScreen } from '@oeuvre/domain/outcomes/views/schema'
import { textLimits } from '@oeuvre/domain/text/storable'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useWords } from '../../../lib/errors.ts'
import { savedAs, useViews } from '../model/use-views.ts'
import styles from './saved-views.module.css'

type DialogProps = {
  readonly screen: ViewScreen
  readonly view: ViewOutput | null
  readonly address: ViewAddress
  readonly onClose: () => void
}

/** A name for the filters of now, and who else sees it. */
export function ViewDialog({ screen, view, address, onClose }: DialogProps) {
  const t = useTranslations('views')
  const say = useWords()
  const [name, setName] = useState(view?.name ?? '')
  const [shared, setShared] = useState<SharedWith>(view?.sharedWith ?? 'me')
  const [isMissing, setMissing] = useState(false)
  const { save, remove, moveUp, views } = useViews(screen)
  const isFirst = views[0]?.id === view?.id
  function keep(event: React.FormEvent) {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() === '') return
    const id = view?.id ?? crypto.randomUUID()
    save.mutate({ id, name, sharedWith: shared, ...savedAs(screen, address) }, { onSuccess: onClose })
  }
  return (
    <Modal opened onClose={onClose} title={view ? t('edit', { name: view.name }) : t('save')}>
      <form onSubmit={keep} noValidate className={styles.form}>
        <TextInput
          label={t('name')}
          value={name}
          maxLength={textLimits.line}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isMissing ? say({ code: 'required' }) : null}
          data-autofocus
          required
        />
        <Radio.Group
          label={t('shared')}
          description={t('sharedHint')}
          value={shared}
          onChange={(next) => setShared(sharedWith.find((one) => one === next) ?? 'me')}
        >
          <div className={styles.choices}>
            {sharedWith.map((one) => (
              <Radio key={one} value={one} label={t(`sharedWith.${one}`)} />
            ))}
          </div>
        </Radio.Group>
        <div className={styles.ends}>
          <PlainAction type="submit" loading={save.isPending}>
            {t('keep')}
          </PlainAction>
          {view && !isFirst && <QuietAction onClick={() => moveUp(view)}>{t('up')}</QuietAction>}
          {view && (
            <QuietAction
              onClick={() => {
                remove.mutate({ id: view.id })
                onClose()
              }}
            >
              {t('remove')}
            </QuietAction>
          )}
        </div>
      </form>
    </Modal>
  )
}
