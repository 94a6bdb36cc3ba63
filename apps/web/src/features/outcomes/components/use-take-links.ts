import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import type { LogForm } from '../model/log-form.ts'
import { takeInto } from '../model/pasted-links.ts'
import { useLogPage } from './log-page.ts'

export type TakenLinks = { readonly form: LogForm; readonly urls: readonly string[]; readonly refusals: readonly Refusal[] }

/** Links become evidence and tick what carried the result. */
export function useTakeLinks(): (form: LogForm, links: readonly string[]) => TakenLinks {
  const { accounts, vocabulary } = useLogPage()
  return (form, links) => takeInto(form, links, { accounts, channels: vocabulary.channels, mintId: () => crypto.randomUUID() })
}
