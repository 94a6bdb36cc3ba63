import { TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import classes from '../components/share.module.css'

type CopyLineProps = {
  readonly label: string
  readonly value: string
  readonly copyLabel: string
  readonly copiedLabel: string
}

/** Words to be taken elsewhere; selected as a whole where the button finds no clipboard. */
export function CopyLine({ label, value, copyLabel, copiedLabel }: CopyLineProps) {
  const { copied, copy } = useClipboard({ timeout: 4_000 })
  return (
    <div className={classes.line}>
      <TextInput
        label={label}
        readOnly
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        classNames={{ input: classes.value ?? '' }}
      />
      <PlainAction tall onClick={() => copy(value)}>
        <span aria-live="polite">{copied ? copiedLabel : copyLabel}</span>
      </PlainAction>
    </div>
  )
}
