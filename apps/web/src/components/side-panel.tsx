import { Drawer } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import classes from './side-panel.module.css'

type SidePanelProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }

/** A record beside its list; the whole screen on a phone. Escape and the page beneath close it. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const t = useTranslations('words')
  return (
    <Drawer
      opened
      position="right"
      size={520}
      padding={0}
      title={title}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 0.3 }}
      classNames={{ content: classes.panel, header: classes.header, title: classes.title, body: classes.body }}
    >
      {children}
    </Drawer>
  )
}

/** A part of a panel, under a hairline. */
export function PanelPart({ title, hint, children }: { readonly title: string; readonly hint?: ReactNode; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.part} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {hint && <p className={classes.hint}>{hint}</p>}
      {children}
    </section>
  )
}
