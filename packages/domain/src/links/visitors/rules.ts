import { isbot } from 'isbot'
import { refusePrivateHost } from '../../accounts/hosts/rules.ts'
import { parseWebAddress } from '../../text/web-address.ts'
import type { DeviceKind, VisitorKind } from '../schema.ts'

/** What of a request is looked at. Nothing of it is kept but what the functions below answer. */
export type VisitorHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

function first(headers: VisitorHeaders, name: string): string {
  return [headers[name]].flat()[0]?.slice(0, 1_000) ?? ''
}

/**
 * Programs that fetch an address where it was shared, to show its title and picture: by the names that their makers document. Messages
 * of Apple call themselves facebookexternalhit and Twitterbot, Signal calls itself WhatsApp, Teams SkypeUriPreview.
 */
const previews =
  /LinkedInBot|Slackbot|Slack-ImgProxy|Twitterbot|facebookexternalhit|Facebot|meta-externalfetcher|SkypeUriPreview|MicrosoftPreview|Microsoft Office|TelegramBot|Discordbot|WhatsApp\/|Viber\/|line-poker|redditbot|Pinterestbot|vkShare|XING-contenttabreceiver|Bluesky Cardyb|Mastodon\/|Pleroma|Akkoma|Misskey|Lemmy|Iframely|Embedly|Google-InspectionTool|GoogleImageProxy|Notion|Snap URL Preview|Tumblr\/|Quora Link Preview|bitlybot|Zoom\.us|Mattermost|Rocket\.Chat|Synapse|Element\/|Cardyb/i

/** In browsers inside an app the app's name stands beside a whole browser's. */
const inApp = /\b(LinkedInApp|FBAN|FBAV|Instagram|Twitter for|Barcelona|Snapchat|Pinterest\/|musical_ly|BytedanceWebview)\b/

/** Whether a person opened it, a program that shows a card of it, or any other program. No name at all is a program's. */
export function visitorKind(headers: VisitorHeaders): VisitorKind {
  const agent = first(headers, 'user-agent')
  if (agent === '') return 'robot'
  const isBrowser = /^Mozilla\/5\.0 \([^)]*\) (AppleWebKit|Gecko)/.test(agent)
  if (isBrowser && inApp.test(agent) && !/bot\b|externalhit/i.test(agent)) return 'human'
  if (previews.test(agent)) return 'preview'
  return isbot(agent) ? 'robot' : 'human'
}

export function deviceKind(headers: VisitorHeaders): DeviceKind {
  const agent = first(headers, 'user-agent')
  if (/iPad|Tablet|PlayBook|Silk(?!.*Mobile)|Kindle/i.test(agent) || (/Android/i.test(agent) && !/Mobile/i.test(agent))) return 'tablet'
  if (/Mobi|iPhone|iPod|Android/i.test(agent)) return 'phone'
  return /Windows NT|Macintosh|X11|CrOS|Linux/i.test(agent) ? 'computer' : 'other'
}

/** Host of the referring site, without www; '' where none was said, or one that is not of the open network and could name a machine. */
export function referringHost(headers: VisitorHeaders): string {
  const url = parseWebAddress(first(headers, 'referer'))
  // Apps of Android say their own name (reverse host), which is no person's.
  if (url?.protocol === 'android-app:') return /^[a-z0-9._]{3,100}$/.test(url.hostname) ? url.hostname : ''
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return ''
  const host = url.hostname
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/\.$/, '')
  return host.length <= 100 && refusePrivateHost(host, false) === null ? host : ''
}

/** Do not track, or the Global Privacy Control: such a visitor is sent on, and nothing of the visit is kept, no number either. */
export function wantsNoTrace(headers: VisitorHeaders): boolean {
  return first(headers, 'dnt').trim() === '1' || first(headers, 'sec-gpc').trim() === '1'
}

/** A browser that fetches what might be opened is no visit. */
export function isPrefetch(headers: VisitorHeaders): boolean {
  return ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) => /prefetch|prerender|preview/i.test(first(headers, name)))
}
