import { TextInput } from '@mantine/core'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useMemo, useRef } from 'react'
import { useKeys } from '../lib/keys.ts'
import { useSettled } from '../lib/use-settled.ts'

type SearchFieldProps = {
  readonly label: string
  /** What the key `/` does, for the list of keys. */
  readonly keyLabel: string
  readonly value: string
  readonly onSearch: (text: string) => void
}

/** Finds a name in a list; the key `/` leads here. What is typed ends up in the address. */
export function SearchField({ label, keyLabel, value, onSearch }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useSettled(value, onSearch)
  useKeys(useMemo(() => [{ keys: '/', label: keyLabel, run: () => field.current?.focus() }], [keyLabel]))
  return (
    <TextInput
      ref={field}
      size="sm"
      type="search"
      maxLength={200}
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  )
}
