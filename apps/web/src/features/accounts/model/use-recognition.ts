import type { OwnRule } from '@oeuvre/domain/accounts/own-platforms/schema'
import type { Platform } from '@oeuvre/domain/accounts/platforms/schema'
import type { AccountRecognition } from '@oeuvre/domain/accounts/recognition/schema'
import { useDeferredValue, useEffect, useState } from 'react'

type Recognise = (text: string, platform: Platform | null, own: readonly OwnRule[]) => AccountRecognition

/**
 * What the address means, as it is typed. The table of platforms and the list of public suffixes are loaded with the first letter: the
 * screen opens without them. Null: nothing typed, or still loading; the server decides in any case.
 */
export function useRecognition(text: string, platform: Platform | null, own: readonly OwnRule[]): AccountRecognition | null {
  const [recognise, setRecognise] = useState<Recognise | null>(null)
  const latest = useDeferredValue(text)
  const isNeeded = text !== ''
  useEffect(() => {
    let isGone = false
    if (isNeeded)
      import('@oeuvre/domain/accounts/recognition/rules').then(
        (rules) => isGone || setRecognise(() => rules.recogniseAccount),
        () => undefined, // without it the server still answers
      )
    return () => {
      isGone = true
    }
  }, [isNeeded])
  return recognise && latest.trim() !== '' ? recognise(latest, platform, own) : null
}
