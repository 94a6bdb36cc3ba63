import type { AddressRefusal } from '@oeuvre/domain/accounts/addresses/rules'
import { Platform } from '@oeuvre/domain/accounts/platforms/schema'
import { recogniseAccount, recogniseLink } from '@oeuvre/domain/accounts/recognition/rules'
import type { RecognisedLink } from '@oeuvre/domain/accounts/recognition/schema'
import type { ChannelOption } from '@oeuvre/domain/outcomes/types/schema'
import type { LogForm } from './log-form.ts'

/** An account that may be ticked: one of the reader's own, or one that the record names already. */
export type OwnAccount = {
  readonly id: string
  readonly platform: string
  readonly label: string
  readonly address: string
  /** False: a contributor's, on a record that names it. */
  readonly isOwn: boolean
}

/** Whose a link is, as far as its address tells. */
export type Recognition = {
  readonly link: RecognisedLink
  readonly whose: 'mine' | 'somebody' | 'unknown'
  readonly account: OwnAccount | null
}

const opening = /^[(«"“<[]+/u
const closing = /[)»"”>\],;:!?.]+$/u

/** What somebody pastes without "https://": a known platform with a path. */
function looksLikeLink(word: string): boolean {
  if (/^https?:\/\/./i.test(word)) return true
  if (!/^[^\s/@]+\.[^\s/]{2,}\/./.test(word)) return false
  const recognition = recogniseLink(word)
  return 'link' in recognition && recognition.link.platform !== null
}

/** Links of a sentence, and the sentence without them. */
export function takeLinks(text: string): { readonly rest: string; readonly links: readonly string[] } {
  const links: string[] = []
  const words = text.split(/(\s+)/).map((word) => {
    const bare = word.replace(opening, '').replace(closing, '')
    if (!looksLikeLink(bare)) return word
    links.push(bare)
    return ''
  })
  if (links.length === 0) return { rest: text, links }
  return { rest: words.join('').replace(/\s+/g, ' ').trim(), links }
}

function keyOf(account: OwnAccount): string | null {
  const recognition = recogniseAccount(account.address, Platform.nullable().catch(null).parse(account.platform))
  return 'account' in recognition ? recognition.account.key : null
}

/** What a link is and whose. @returns the refusal where no page can stand there */
export function recognise(url: string, accounts: readonly OwnAccount[]): Recognition | { readonly refusal: AddressRefusal } {
  const recognition = recogniseLink(url)
  if ('refusal' in recognition) return recognition
  const { link } = recognition
  const mine = accounts.find((account) => link.accountKeys.includes(keyOf(account) ?? ''))
  if (mine) return { link, whose: 'mine', account: mine }
  if (link.author) return { link, whose: 'somebody', account: null }
  // An address that names nobody: whoever has one account there most likely means it, and can untick it.
  const here = accounts.filter((account) => account.platform === link.platform)
  return { link, whose: 'unknown', account: (link.what === 'post' && here.length === 1 && here[0]) || null }
}

/** The channel that an account or a platform is: its own, else the one for networks that are not told apart. */
export function channelOf(platform: string, channels: readonly ChannelOption[]): ChannelOption | null {
  const social = channels.filter((channel) => channel.kind === 'social' && !channel.isArchived)
  return social.find((channel) => channel.platform === platform) ?? social.find((channel) => channel.platform === null) ?? null
}

/** A link becomes evidence, and ticks what carried it. The same link twice is one. */
export function withLink(
  form: LogForm,
  recognition: Recognition,
  { id, channels }: { id: string; channels: readonly ChannelOption[] },
): LogForm {
  const { link, account } = recognition
  const isKnown = form.evidence.some((evidence) => evidence.url === link.address)
  const evidence = isKnown ? form.evidence : [...form.evidence, { id, url: link.address, label: '' }]
  const platform = account?.platform ?? (link.what === 'page' ? null : link.platform)
  const channel = platform ? channelOf(platform, channels) : null
  const isTicked =
    channel === null || form.channels.some((c) => c.channelId === channel.id && (account === null || c.accountId === account.id))
  if (isTicked) return { ...form, evidence }
  const others = account ? form.channels.filter((c) => c.channelId !== channel.id || c.accountId !== null) : form.channels
  return { ...form, evidence, isWithoutChannel: false, channels: [...others, { channelId: channel.id, accountId: account?.id ?? null }] }
}

/** Days on which the posts among the evidence appeared, the latest first, each once: worth offering as the day of the result. */
export function daysOfPosts(form: Pick<LogForm, 'evidence'>, dayOf: (instant: string) => string): string[] {
  const days = form.evidence.flatMap(({ url }) => {
    const recognition = recogniseLink(url)
    return 'link' in recognition && recognition.link.posted ? [dayOf(recognition.link.posted.at)] : []
  })
  return [...new Set(days)].sort().reverse()
}

export type LinkPlaces = {
  readonly accounts: readonly OwnAccount[]
  readonly channels: readonly ChannelOption[]
  readonly mintId: () => string
}

/** Several links at once; those that lead to no page are refused. */
export function takeInto(form: LogForm, links: readonly string[], { accounts, channels, mintId }: LinkPlaces) {
  const urls: string[] = []
  const refusals: AddressRefusal[] = []
  let next = form
  for (const link of links) {
    const recognition = recognise(link, accounts)
    if ('refusal' in recognition) {
      refusals.push(recognition.refusal)
      continue
    }
    urls.push(recognition.link.address)
    next = withLink(next, recognition, { id: mintId(), channels })
  }
  return { form: next, urls, refusals }
}

/** What was said on the way here: a sentence becomes the title, its links evidence. */
export function withSaid(form: LogForm, said: string, places: LinkPlaces) {
  const { rest, links } = takeLinks(said)
  const taken = takeInto(form, links, places)
  return { ...taken, form: { ...taken.form, title: rest } }
}
