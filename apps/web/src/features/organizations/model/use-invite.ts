import { useForm } from '@mantine/form'
import type { AccessRow, NewLink } from '@oeuvre/domain/organizations/access/schema'
import type { GrantableRole } from '@oeuvre/domain/organizations/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc, trpcClient } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { useAccessChanged } from './use-access-changed.ts'

export type Invitee = Pick<AccessRow, 'personId' | 'name' | 'email'>
export type InviteValues = { name: string; email: string; roles: readonly GrantableRole[] }
export type Invited = { readonly name: string; readonly link: NewLink }

function useInviteForm(email: string) {
  return useForm<InviteValues>({ initialValues: { name: '', email, roles: [] } })
}
export type InviteForm = ReturnType<typeof useInviteForm>

/** Somebody of the directory, from their own panel. */
export function useInviteKnown(invitee: Invitee, onMade: (link: NewLink) => void) {
  const words = useWords()
  const refresh = useAccessChanged()
  const form = useInviteForm(invitee.email ?? '')
  const [problem, setProblem] = useState('')
  const invite = useMutation(
    trpc.organizations.invite.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: onMade,
      onError: (error) => setProblem(refuse(form, error, words, ['email']).join(' ')),
      onSettled: refresh,
    }),
  )
  const submit = form.onSubmit(({ email, roles }) => {
    setProblem('')
    invite.mutate({ personId: invitee.personId, email, roles: [...roles] })
  })
  return { form, problem, isPending: invite.isPending, submit }
}

/**
 * Somebody chosen (`invitee`) or somebody new, who is put into the directory first. The id is minted once per form, so that a
 * second try after a refusal makes nobody twice.
 */
export function useInviteAnybody(whom: 'known' | 'fresh', invitee: Invitee | null, onInvited: (invited: Invited) => void) {
  const t = useTranslations('organizations.invitation')
  const words = useWords()
  const refresh = useAccessChanged()
  const form = useInviteForm('')
  const [id] = useState(() => crypto.randomUUID())
  const [problem, setProblem] = useState('')
  const [isNobody, setNobody] = useState(false)
  const invite = useMutation({
    async mutationFn({ name, email, roles }: InviteValues): Promise<Invited> {
      if (whom === 'fresh') await trpcClient.people.create.mutate({ id, name, email })
      const personId = whom === 'fresh' ? id : (invitee?.personId ?? '')
      const link = await trpcClient.organizations.invite.mutate({ personId, email, roles: [...roles] })
      return { name: whom === 'fresh' ? name : (invitee?.name ?? ''), link }
    },
    meta: { showsItsErrors: true },
    onSuccess: onInvited,
    onError: (error) => setProblem(refuse(form, error, words, whom === 'fresh' ? ['name', 'email'] : ['email']).join(' ')),
    onSettled: refresh,
  })
  const submit = form.onSubmit((values) => {
    setProblem('')
    const isMissing = whom === 'known' && !invitee
    setNobody(isMissing)
    if (!isMissing) invite.mutate(values)
  })
  return { form, problem, nobody: isNobody && !invitee ? t('choosePerson') : undefined, isPending: invite.isPending, submit }
}
