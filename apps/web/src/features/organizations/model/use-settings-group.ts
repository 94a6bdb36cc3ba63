import { useForm } from '@mantine/form'
import type { SettingsField, SettingsView } from '@oeuvre/domain/organizations/settings/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { hasCode } from '../../../lib/refusals.ts'
import {
  changedMeanwhile,
  countOutside,
  isRefusal,
  isSameValues,
  partOf,
  readValues,
  type SettingsGroup,
  type SettingsValues,
  settingsGroups,
  valuesOf,
} from './settings-form.ts'

/**
 * One part of the settings, saved by itself. When somebody else changed it meanwhile, what was typed stays and what they stored
 * is shown beside it; saving again then is a decision.
 */
export function useSettingsGroup(group: SettingsGroup, view: SettingsView) {
  const t = useTranslations('organizations.settings')
  const words = useWords()
  const writing = useFormat()
  const readStored = useStored()
  const { done } = useNotices()
  const form = useForm({ initialValues: valuesOf(view.settings, writing) })
  const [read, setRead] = useState(view.settings)
  const [isConflict, setConflict] = useState(false)
  const [problem, setProblem] = useState('')
  const save = useMutation(
    trpc.organizations.saveSettings.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => done(t('saved')),
      async onError(error) {
        if (!hasCode(error, 'conflict')) return setProblem(refuse(form, error, words, settingsGroups[group]).join(' '))
        await reread()
        setConflict(true)
      },
    }),
  )
  async function reread() {
    const settings = await readStored()
    setRead(settings)
    return settings
  }
  /** After saving. What was typed since stays, and is still to be saved. */
  async function settle(sent: SettingsValues) {
    const stored = valuesOf(await reread(), writing)
    setConflict(false)
    if (isSameValues(form.getValues(), sent)) show(stored)
    else form.resetDirty(stored)
  }
  /** The form as it is stored, nothing to save. */
  function show(stored: SettingsValues) {
    form.setValues(stored)
    form.resetDirty(stored)
    form.clearErrors()
    setConflict(false)
    setProblem('')
  }
  const submit = form.onSubmit((values) => {
    setProblem('')
    const settings = readValues(values, writing.decimalMark)
    if (isRefusal(settings)) return form.setErrors({ [settings.field ?? '']: words(settings) })
    const outside = countOutside(partOf(settings, group))
    if (outside) return form.setErrors({ [outside]: t(`${outside}Invalid`) })
    save.mutate({ ...partOf(settings, group), was: partOf(read, group) }, { onSuccess: () => void settle(values) })
  })
  const stored = valuesOf(read, writing)
  const meanwhile = isConflict ? changedMeanwhile(stored, form.values, group) : []
  return {
    form,
    problem,
    isConflict,
    isPending: save.isPending,
    submit,
    /** What somebody else stored in the field meanwhile. */
    meanwhile: (field: SettingsField) => (meanwhile.includes(field) ? stored[field] : null),
    takeStored: () => show(stored),
  }
}

/** What is stored now; whatever shows settings is asked again. */
function useStored() {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries(trpc.organizations.shell.pathFilter()),
      client.invalidateQueries(trpc.organizations.setUpProgress.pathFilter()),
    ])
    const { settings } = await client.fetchQuery(trpc.organizations.settings.queryOptions(undefined, { staleTime: 0 }))
    return settings
  }
}

export type SettingsForm = ReturnType<typeof useSettingsGroup>
