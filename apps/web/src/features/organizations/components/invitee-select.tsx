import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import type { Invitee } from '../model/use-invite.ts'

type InviteeSelectProps = {
  readonly value: Invitee | null
  readonly onChange: (invitee: Invitee | null) => void
  readonly error: string | undefined
}

/** Somebody of the directory who has no access, found as one types. */
export function InviteeSelect({ value, onChange, error }: InviteeSelectProps) {
  const t = useTranslations('organizations.invitation')
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(value && text === value.name ? '' : text, 150)
  const input = { q, access: 'none', limit: 20 } as const
  const { data, isFetching } = useQuery(trpc.organizations.access.queryOptions(input, { placeholderData: keepPreviousData }))
  const rows = data?.items ?? []
  const offered = value && !rows.some((row) => row.personId === value.personId) ? [value, ...rows] : rows
  return (
    <Select
      label={t('person')}
      placeholder={t('personPlaceholder')}
      searchable
      openOnFocus={false}
      clearable
      data-autofocus
      searchValue={text}
      onSearchChange={setText}
      // The server has found them by name and address; nothing is sifted again here.
      filter={({ options }) => options}
      data={offered.map((row) => ({ value: row.personId, label: row.name }))}
      value={value?.personId ?? null}
      onChange={(id) => onChange(offered.find((row) => row.personId === id) ?? null)}
      nothingFoundMessage={isFetching ? t('searching') : t(q ? 'noPerson' : 'everybody')}
      error={error}
    />
  )
}
