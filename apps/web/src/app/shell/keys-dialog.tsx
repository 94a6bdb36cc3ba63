import { Modal } from '@mantine/core'
import { Kbd } from '@oeuvre/ui/actions/kbd.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { areKeysShown, type Key, listKeys } from '../../lib/keys.ts'
import classes from './keys-dialog.module.css'

/** Every key that works here, the screen's own first. */
export function KeysDialog() {
  const t = useTranslations('shell.keys')
  const [keys] = useState(listKeys)
  const here = keys.filter((key) => key.scope !== 'everywhere')
  return (
    <Modal opened onClose={() => areKeysShown.set(false)} title={t('title')} size="lg">
      <div className={classes.columns}>
        {here.length > 0 && <KeyList title={t('screen')} keys={here} />}
        <KeyList title={t('everywhere')} keys={keys.filter((key) => key.scope === 'everywhere')} />
      </div>
    </Modal>
  )
}

function KeyList({ title, keys }: { readonly title: string; readonly keys: readonly Key[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl className={classes.list}>
        {keys.map((key) => (
          <div key={key.keys}>
            <dt>{key.label}</dt>
            <dd>
              <KeyCaps keys={key.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const modifier = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl'

function caps(keys: string): readonly string[] {
  return keys.split(/[ +]/).map((key) => (key === 'mod' ? modifier : key.length === 1 ? key.toUpperCase() : key))
}

export function KeyCaps({ keys }: { readonly keys: string }) {
  return caps(keys).map((cap) => <Kbd key={cap}>{cap}</Kbd>)
}
