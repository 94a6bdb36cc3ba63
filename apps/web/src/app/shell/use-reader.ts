import type { Language } from '@oeuvre/domain/organizations/schema'
import { useMutation, useQuery } from '@tanstack/react-query'
import { forgetDrafts } from '../../features/outcomes/embed/forget-drafts.ts'
import { trpc } from '../../lib/api.ts'
import { signOut, signOutEverywhere } from '../../lib/auth.ts'
import { forgetAnswers } from '../../lib/kept-answers.ts'
import { chooseLanguage, useLanguage } from '../../lib/language.ts'

export const themes = ['light', 'dark', 'auto'] as const

/** Leaving is a whole page load: nothing of the one who left stays in memory. */
function goToSignIn() {
  location.assign('/sign-in')
}

/** On this device nothing stays, of what was typed or heard. */
async function forgetAll() {
  await Promise.all([forgetDrafts(), forgetAnswers()])
}

/** What the reader may change about themself from anywhere. */
export function useReader() {
  const language = useLanguage()
  const { data: me } = useQuery(trpc.identity.me.queryOptions())
  const setLanguage = useMutation(trpc.identity.setLanguage.mutationOptions())
  const leave = useMutation({ mutationFn: () => forgetAll().then(signOut), onSuccess: goToSignIn })
  const leaveEverywhere = useMutation({ mutationFn: () => forgetAll().then(signOutEverywhere), onSuccess: goToSignIn })
  return {
    language,
    hasOtherOrganizations: (me?.organizations.length ?? 0) > 1,
    speak(next: Language) {
      void chooseLanguage(next)
      setLanguage.mutate({ language: next })
    },
    leave: () => leave.mutate(),
    leaveEverywhere: () => leaveEverywhere.mutate(),
  }
}
