import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { kindOfTopic } from '@oeuvre/domain/notifications/rules'
import type { Cadence, Notice, Preferences } from '@oeuvre/domain/notifications/schema'
import type { Language } from '@oeuvre/domain/organizations/schema'
import type { Visitor } from '../../../platform/gate.ts'
import type { Letter } from '../../../platform/mail/layout.ts'
import type { Message } from '../../../platform/mail/mailer.ts'
import type { MailWords } from '../../../platform/mail/words.ts'
import { mailEn } from '../../../platform/mail/words-en.ts'
import { mailFr } from '../../../platform/mail/words-fr.ts'
import type { Deps } from '../../../trpc/context.ts'
import { countReview } from '../../outcomes/queries/list-review-queue.ts'
import { loadNotices } from './list-notices.ts'
import { messageOf } from './message-of.ts'
import { writeStageLetter } from './write-stage-letter.ts'

const words: Readonly<Record<Language, MailWords>> = { fr: mailFr, en: mailEn }
const longest = 20

export type MailRow = {
  readonly id: string
  readonly personId: string
  readonly key: string
  readonly cadence: Exclude<Cadence, 'never'> | 'monthly'
}
export type Reader = Visitor & { readonly now: Date }

/** Who has no language of their own reads that of most of their colleagues. */
export async function languageOf(deps: Pick<Deps, 'db'>, { user, actor }: Reader): Promise<Language> {
  if (user.language) return user.language
  const row = await read(deps.db, actor.organizationId, (tx) =>
    tx.one<{ language: Language | null }>(sql`
      SELECT mode() WITHIN GROUP (ORDER BY u.language) AS language FROM membership m JOIN "user" u ON u.id = m.user_id
      WHERE m.organization_id = ${actor.organizationId}::uuid AND m.ended_at IS NULL`),
  )
  return row?.language ?? 'fr'
}

/** What a mail carries that is still unread, visible, and wanted by mail. */
async function listCarried(deps: Pick<Deps, 'db'>, reader: Reader, mail: MailRow, preferences: Preferences): Promise<Notice[]> {
  const notices = await read(deps.db, reader.actor.organizationId, (tx) =>
    loadNotices(tx, reader, sql`n.mail_id = ${mail.id}::uuid AND n.read_at IS NULL`, 200),
  )
  return notices.filter(({ kind }) => preferences.choices[kind].mail !== 'never').toReversed()
}

type Waiting = { readonly toReview: { readonly count: number; readonly isCapped: boolean }; readonly toChange: number }

async function findWaiting(deps: Pick<Deps, 'db'>, reader: Reader): Promise<Waiting> {
  const { actor } = reader
  const toReview = await countReview({ db: deps.db, actor, now: reader.now })
  const row = await read(deps.db, actor.organizationId, (tx) =>
    tx.one<{ n: number }>(sql`
      SELECT count(*)::int AS n FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid
        AND o.author_id = ${actor.personId}::uuid AND o.state = 'changes-requested'`),
  )
  return { toReview, toChange: row?.n ?? 0 }
}

function sentenceOf(w: MailWords, { topic, by, outcome, program, story, count }: Notice): string {
  const title = [outcome?.title, outcome?.subject, program?.title, story?.title].find((text) => text?.trim()) ?? w.untitled
  return w.topics[topic]({ by: by?.name ?? w.somebody, title, count: count ?? 0 })
}

function pathOf({ topic, outcome, program, story }: Notice): string {
  if (story) return `/stage/${story.id}`
  if (program) return `/programs/${program.id}`
  if (outcome) return `/outcomes/${outcome.id}`
  if (kindOfTopic[topic] === 'accounts' || topic === 'account-doubled') return '/accounts'
  return topic === 'role-granted' ? '/admin/access' : '/notices'
}

export type Addresses = { readonly home: string; readonly stop: string; readonly oneClick: string; readonly host: string }

export function addressesOf(baseUrl: string, slug: string, token: string): Addresses {
  const path = `unsubscribe/${token}`
  return { home: `${baseUrl}/${slug}`, stop: `${baseUrl}/${path}`, oneClick: `${baseUrl}/api/${path}`, host: new URL(baseUrl).hostname }
}

/** The mail as its reader may read it now; null: nothing is left to say. */
export async function writeLetter(
  deps: Pick<Deps, 'db'>,
  {
    reader,
    mail,
    preferences,
    addresses,
  }: { readonly reader: Reader; readonly mail: MailRow; readonly preferences: Preferences; readonly addresses: Addresses },
): Promise<Message | null> {
  if (mail.cadence === 'monthly')
    return preferences.isStageOn ? writeStageLetter(deps, { reader, mail, addresses, language: await languageOf(deps, reader) }) : null
  const notices = await listCarried(deps, reader, mail, preferences)
  const waiting = mail.cadence === 'weekly' && preferences.isDigestOn ? await findWaiting(deps, reader) : null
  const language = await languageOf(deps, reader)
  const w = words[language]
  const { home } = addresses
  const open = [
    ...(waiting && waiting.toReview.count > 0
      ? [{ text: w.toReview(waiting.toReview.count, waiting.toReview.isCapped), url: `${home}/review` }]
      : []),
    ...(waiting && waiting.toChange > 0
      ? [{ text: w.toChange(waiting.toChange), url: `${home}/outcomes?mine=true&state=changes-requested` }]
      : []),
  ]
  if (notices.length === 0 && open.length === 0) return null
  const news = notices.slice(0, longest).map((notice) => ({ text: sentenceOf(w, notice), url: `${home}${pathOf(notice)}` }))
  const rest = notices.length > longest ? w.more(notices.length - longest) : null
  const isOne = mail.cadence === 'at-once' && news.length === 1
  const letter: Letter = {
    language,
    hello: w.hello(reader.personName),
    parts: [
      ...(news.length ? [{ title: mail.cadence === 'at-once' ? null : w.news, lines: news, rest }] : []),
      ...(open.length ? [{ title: w.waiting, lines: open, rest: null }] : []),
    ],
    action: isOne && news[0] ? { label: w.open, url: news[0].url } : { label: w.openInbox, url: `${home}/notices` },
    why: w.why(reader.actor.settings.name),
    links: [
      { label: w.choose, url: `${home}/notices/preferences` },
      { label: w.stop, url: addresses.stop },
    ],
  }
  return messageOf({ reader, mail, addresses, language, letter, subject: subjectOf(w, mail, news, reader.actor.settings.name) })
}

function subjectOf(
  w: MailWords,
  { cadence }: Pick<MailRow, 'cadence'>,
  news: readonly { readonly text: string }[],
  organization: string,
): string {
  if (cadence === 'daily' || cadence === 'weekly') return w[cadence](organization)
  const [first] = news
  return (news.length === 1 && first ? first.text : w.subjectOfSeveral(news.length, organization)).replace(/\s+/g, ' ')
}

export function kindsOf(topics: readonly Notice['topic'][]): Notice['kind'][] {
  return [...new Set(topics.map((topic) => kindOfTopic[topic]))]
}
