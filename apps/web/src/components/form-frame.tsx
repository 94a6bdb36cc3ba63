import { SegmentedControl } from '@mantine/core'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { type ReactNode, type SubmitEvent, useId } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from './form-error.tsx'
import styles from './form-frame.module.css'

type FrameProps = {
  readonly children: ReactNode
  readonly saveLabel: string
  /** What was refused and belongs to no field. */
  readonly problem: string
  readonly isPending: boolean
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void
  /** Without: it is one part of a screen, with nothing to go back to. */
  readonly onCancel?: () => void
}

/** A form that is a screen of its own: its fields one below the other, then what went wrong, saving and leaving. */
export function FormFrame({ children, saveLabel, problem, isPending, onSubmit, onCancel }: FrameProps) {
  const t = useTranslations('words')
  return (
    <form noValidate onSubmit={onSubmit} className={onCancel && styles.page}>
      <div className={styles.fields}>{children}</div>
      <FormError>{problem}</FormError>
      <div className={styles.ends}>
        <MainAction type="submit" tall stretch="phone" loading={isPending}>
          {saveLabel}
        </MainAction>
        {onCancel && <QuietAction onClick={onCancel}>{t('cancel')}</QuietAction>}
      </div>
    </form>
  )
}

/** Two fields beside each other, where there is room. */
export function Two({ children }: { readonly children: ReactNode }) {
  return <div className={styles.two}>{children}</div>
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChoose: (value: T) => void
  readonly note?: string
}

/** One of few, all of them in sight. */
export function ChoiceField<T extends string>({ label, options, value, onChoose, note }: ChoiceProps<T>) {
  const id = useId()
  const choose = (next: string) => {
    const option = options.find((one) => one.value === next)
    if (option) onChoose(option.value)
  }
  return (
    <div className={styles.choice}>
      <p id={id}>{label}</p>
      <SegmentedControl fullWidth aria-labelledby={id} value={value} onChange={choose} data={[...options]} />
      {note && <p>{note}</p>}
    </div>
  )
}
