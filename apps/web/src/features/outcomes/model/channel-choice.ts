import type { ChannelOption } from '@oeuvre/domain/outcomes/types/schema'
import type { ChannelOnForm, LogForm } from './log-form.ts'
import { channelOf, type OwnAccount } from './pasted-links.ts'

export type ChannelChip = { readonly channel: ChannelOption; readonly account: OwnAccount | null }

/** Networks shown to those who have registered no account, so that nothing has to be opened first. */
const networksAtOnce = 3

export function isTicked(form: Pick<LogForm, 'channels'>, channelId: string, accountId: string | null): boolean {
  return form.channels.some((c) => c.channelId === channelId && c.accountId === accountId)
}

/** My accounts first, then what is ticked besides them, then the conventional ways; the other networks stand behind one chip. */
export function chipsOf(
  form: Pick<LogForm, 'channels'>,
  accounts: readonly OwnAccount[],
  channels: readonly ChannelOption[],
): { readonly chips: readonly ChannelChip[]; readonly more: readonly ChannelOption[] } {
  const mine = accounts.flatMap((account): ChannelChip[] => {
    const channel = channelOf(account.platform, channels)
    return channel ? [{ channel, account }] : []
  })
  const ofMine = new Set(mine.map((chip) => chip.channel.id))
  const isOn = (channel: ChannelOption) => isTicked(form, channel.id, null)
  const isOffered = (channel: ChannelOption) => !channel.isArchived || isOn(channel)
  const social = channels.filter((channel) => channel.kind === 'social' && isOffered(channel))
  const named = social.filter((channel) => channel.platform !== null && !ofMine.has(channel.id))
  const atOnce = new Set(mine.length === 0 ? named.slice(0, networksAtOnce).map((channel) => channel.id) : [])
  const shown = social.filter((channel) => isOn(channel) || atOnce.has(channel.id))
  const conventional = channels.filter((channel) => channel.kind === 'conventional' && isOffered(channel))
  const chips = [...mine, ...[...shown, ...conventional].map((channel) => ({ channel, account: null }))]
  return { chips, more: social.filter((channel) => !shown.includes(channel)) }
}

/** Ticks or unticks one way. Whatever is ticked takes "none of these" back. */
export function withChannel(form: LogForm, channel: ChannelOnForm, isOn: boolean): Partial<LogForm> {
  const others = form.channels.filter((c) => c.channelId !== channel.channelId || c.accountId !== channel.accountId)
  return { channels: isOn ? [...others, channel] : others, isWithoutChannel: false }
}

export function withoutAny(): Partial<LogForm> {
  return { channels: [], isWithoutChannel: true }
}
