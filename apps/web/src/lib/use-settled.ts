import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'

/**
 * A field whose text ends up in the address: what is typed leads, the address follows when one pauses; a change of the address from
 * elsewhere (a link, "show all") is taken over.
 */
export function useSettled(value: string, onSettled: (text: string) => void) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  const [settled] = useDebouncedValue(text, 250)
  if (value !== known) {
    setKnown(value)
    if (value !== settled) setText(value)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once per pause, not whenever the address or the callback changes
  useEffect(() => {
    if (settled !== value && settled === text) onSettled(settled)
  }, [settled])
  return [text, setText] as const
}
