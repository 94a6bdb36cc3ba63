import type { AccountView } from '@oeuvre/domain/accounts/schema'
import type { ReadVersionOutput } from '@oeuvre/domain/outcomes/history/schema'
import type { OutcomeDetail } from '@oeuvre/domain/outcomes/schema'
import type { ChannelOption } from '@oeuvre/domain/outcomes/types/schema'
import { isUnavailable } from '../../../lib/refusals.ts'
import { type DeviceCopy, getCopy, type Owner } from './device-copies.ts'
import { type AmountWriting, baseOf } from './form-of-detail.ts'
import { openedOnVersion } from './form-of-version.ts'
import { takeFresh } from './fresh-ids.ts'
import { type Opened, openingOf } from './keeping.ts'
import { loadDetail } from './log-calls.ts'
import { blankForm } from './log-form.ts'
import { modeOf } from './log-mode.ts'
import { type OwnAccount, withSaid } from './pasted-links.ts'

/** What server and device have under an id. */
export type FoundLog = {
  readonly id: string
  readonly isFresh: boolean
  readonly detail: OutcomeDetail | null
  readonly copy: DeviceCopy | null
  /** Nothing answered: what the server has is not known. */
  readonly isUnreachable?: boolean
}

function isLost(found: OutcomeDetail | Error | null): found is Error {
  return found instanceof Error
}

function onlyLost(error: unknown): Error {
  if (error instanceof Error && isUnavailable(error)) return error
  throw error
}

/** Nothing is asked about an id that was minted here a moment ago. */
export async function findLog(id: string, owner: Owner, isNew = false): Promise<FoundLog> {
  if (takeFresh(id)) return { id, isFresh: true, detail: null, copy: null }
  const [detail, copy] = await Promise.all([loadDetail(id).catch(onlyLost), getCopy(owner, id)])
  if (!isLost(detail)) return { id, isFresh: false, detail, copy }
  // Without a line the copy is all there is. A new one may have none yet; one that was saved cannot be shown.
  if (!copy && !isNew) throw detail
  return { id, isFresh: false, detail: null, copy, isUnreachable: true }
}

export type OpeningQuestion = {
  readonly person: { readonly id: string; readonly name: string }
  readonly writing: AmountWriting
  readonly channels: readonly ChannelOption[]
  readonly accounts: readonly AccountView[]
  /** A sentence or link typed on the page before. */
  readonly said: string | undefined
  /** It is logged for somebody else, who leads. */
  readonly lead: { readonly id: string; readonly name: string } | null
  /** An earlier version, to be brought back. */
  readonly version: ReadVersionOutput | null
}

export type OpenedLog = {
  readonly opened: Opened
  readonly accounts: readonly OwnAccount[]
  /** The link that was pasted on the way here, now evidence. */
  readonly openedWith: string | null
}

/** Registered accounts of the reader, and those that the record names. */
function accountsOf(own: readonly AccountView[], detail: OutcomeDetail | null): OwnAccount[] {
  const mine = own
    .filter((account) => account.state === 'registered')
    .map(({ id, platform, label, address }) => ({ id, platform, label: label ?? '', address: address ?? '', isOwn: true }))
  const named = (detail?.channels ?? []).flatMap(({ account, platform }): OwnAccount[] => {
    if (!account || mine.some(({ id }) => id === account.id)) return []
    return [{ id: account.id, platform: platform ?? '', label: account.handle, address: '', isOwn: false }]
  })
  return [...mine, ...named]
}

export function openLog({ id, isFresh, detail, copy, isUnreachable = false }: FoundLog, question: OpeningQuestion): OpenedLog {
  const { person, writing, channels, said, lead } = question
  const begun = blankForm({ id, person, currency: writing.currency, decimalMark: writing.decimalMark })
  const blank = lead ? { ...begun, people: [{ personId: lead.id, name: lead.name, role: 'lead' as const, weight: 1 }] } : begun
  const accounts = accountsOf(question.accounts, detail)
  const found = openingOf({ record: isUnreachable ? (copy?.base ?? null) : detail && baseOf(detail, writing), copy, blank })
  const mode = detail ? modeOf(detail.state, detail.can) : 'draft'
  const opened = question.version?.draft ? openedOnVersion(found, question.version.draft, { mode, writing }) : found
  if (!isFresh || !said?.trim()) return { opened, accounts, openedWith: null }
  const taken = withSaid(blank, said, { accounts, channels, mintId: () => crypto.randomUUID() })
  return { opened: { ...opened, form: taken.form, phase: 'typing' }, accounts, openedWith: taken.urls.at(-1) ?? null }
}
