import type { Preferences, SavePreferencesInput } from '@oeuvre/domain/notifications/schema'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'

/** The preferences as a change leaves them. */
function changed(before: Preferences, { choices = {}, quiet, ...rest }: SavePreferencesInput): Preferences {
  const of = (kind: keyof Preferences['choices']) => ({ ...before.choices[kind], ...choices[kind] })
  const kinds = Object.keys(before.choices) as (keyof Preferences['choices'])[]
  return {
    choices: Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Preferences['choices'],
    quietFrom: quiet === undefined ? before.quietFrom : (quiet?.from ?? null),
    quietTo: quiet === undefined ? before.quietTo : (quiet?.to ?? null),
    digestDay: rest.digestDay ?? before.digestDay,
    isDigestOn: rest.isDigestOn ?? before.isDigestOn,
    isStageOn: rest.isStageOn ?? before.isStageOn,
  }
}

/** What takes a change back. */
function opposite(before: Preferences, change: SavePreferencesInput): SavePreferencesInput {
  const { quietFrom, quietTo } = before
  return {
    ...(change.choices && {
      choices: Object.fromEntries(Object.keys(change.choices).map((kind) => [kind, before.choices[kind as keyof Preferences['choices']]])),
    }),
    ...(change.quiet !== undefined && { quiet: quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo } }),
    ...(change.digestDay !== undefined && { digestDay: before.digestDay }),
    ...(change.isDigestOn !== undefined && { isDigestOn: before.isDigestOn }),
    ...(change.isStageOn !== undefined && { isStageOn: before.isStageOn }),
  }
}

/** Each choice is saved as it is made, shown at once, and can be taken back. */
export function usePreferences() {
  const t = useTranslations('notifications.preferences')
  const client = useQueryClient()
  const { done } = useNotices()
  const options = trpc.notifications.preferences.queryOptions()
  const { data: stored } = useSuspenseQuery(options)
  // The cache tells its readers a moment later: until then a box would spring back.
  const [chosen, setChosen] = useState<Preferences | null>(null)
  const view = { ...stored, preferences: chosen ?? stored.preferences }
  const mutationKey = trpc.notifications.savePreferences.mutationKey()
  const { mutate } = useMutation(
    trpc.notifications.savePreferences.mutationOptions({
      async onSettled() {
        const isLast = client.isMutating({ mutationKey }) === 1
        await client.invalidateQueries(options)
        if (isLast) setChosen(null)
      },
    }),
  )
  const save = (change: SavePreferencesInput) => {
    const before = view.preferences
    const back = opposite(before, change)
    setChosen(changed(before, change))
    const undo = () => {
      setChosen((now) => changed(now ?? changed(before, change), back))
      mutate(back)
    }
    mutate(change, { onSuccess: () => done(t('saved'), { undo }) })
  }
  return { view, save }
}
