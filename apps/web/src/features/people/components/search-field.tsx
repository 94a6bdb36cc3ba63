import { TextInput } from '@mantine/core'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useKeys } from '../../../lib/keys.ts'
import { useSettled } from '../../../lib/use-settled.ts'

/** Finds a name; the key `/` leads here. What is typed ends up in the address. */
export function SearchField({ value, onSearch }: { readonly value: string; readonly onSearch: (text: string) => void }) {
  const t = useTranslations('people')
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useSettled(value, onSearch)
  useKeys(useMemo(() => [{ keys: '/', label: t('keys.search'), run: () => field.current?.focus() }], [t]))
  return (
    <TextInput
      ref={field}
      size="sm"
      type="search"
      maxLength={200}
      aria-label={t('search')}
      placeholder={t('search')}
      leftSection={<Icon name="search" />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  )
}
