import { TextInput } from '@mantine/core'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslations } from 'use-intl'

const pauseMs = 300

/** Looks while typing, after a pause; follows the address when it changes elsewhere. */
export function SearchField({ value, onSearch }: { readonly value: string; readonly onSearch: (text: string) => void }) {
  const t = useTranslations('review.list')
  const [text, setText] = useState(value)
  const [seen, setSeen] = useState(value)
  if (value !== seen) {
    setSeen(value)
    if (text.trim() !== value) setText(value)
  }
  const search = useEffectEvent(onSearch)
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => search(text.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [text, value])
  return (
    <TextInput
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={<Icon name="search" />}
    />
  )
}
