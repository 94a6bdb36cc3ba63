import { parseWebAddress } from '../../text/web-address.ts'
import type { ChannelKind } from './schema.ts'

const teamsHosts = ['.webhook.office.com', '.logic.azure.com', '.api.powerplatform.com'] as const

/** Incoming webhooks of Slack and Teams, as these services hand them out; null: anything else, which is not posted to. */
export function channelOf(address: string): { readonly kind: ChannelKind; readonly host: string } | null {
  const parsed = parseWebAddress(address.trim())
  if (!parsed) return null
  const { protocol, hostname: host, port, username, password, pathname } = parsed
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return null
  if (host === 'hooks.slack.com' && pathname.startsWith('/services/')) return { kind: 'slack', host }
  return teamsHosts.some((end) => host.endsWith(end)) && pathname.length > 1 ? { kind: 'teams', host } : null
}

type Told = { readonly text: string; readonly label: string; readonly url: string }

/** Slack reads these three as markup. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('|', '¦')
}

/** What is posted, as each service reads it. Nothing that somebody typed is a link or a mention. */
export function messageFor(kind: ChannelKind, { text, label, url }: Told): string {
  if (kind === 'slack') return JSON.stringify({ text: `${plain(text)}\n<${url}|${plain(label)}>`, unfurl_links: false, parse: 'none' })
  const content = {
    ...{ $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.4' },
    body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] }],
    actions: [{ type: 'Action.OpenUrl', title: label, url }],
  }
  return JSON.stringify({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] })
}
