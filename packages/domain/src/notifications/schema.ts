import { z } from 'zod'
import { Id } from '../ids/ids.ts'
import { PersonRef, TypeRef } from '../outcomes/schema.ts'
import { Instant } from '../time/day.ts'

/** What a person chooses about: each kind gathers the topics that they would treat alike. */
export const noticeKinds = [
  'named',
  'question',
  'mention',
  'thanks',
  'decision',
  'split',
  'review',
  'reminder',
  'accounts',
  'programs',
  'stage',
  'organization',
] as const
export const NoticeKind = z.enum(noticeKinds)
export type NoticeKind = z.infer<typeof NoticeKind>

/** What exactly happened: a topic has its words, in the application and in mail. */
export const topics = [
  'named',
  'waiting',
  'second-look',
  'verified',
  'declined',
  'reopened',
  'changes-requested',
  'objected',
  'same-claimed',
  'passed-on',
  'account-doubled',
  'account-feed-broken',
  'accounts-asked',
  'program-invited',
  'program-check-in',
  'program-coached',
  'thanked',
  'story-asked',
  'story-agreed',
  'story-refused',
  'story-down',
  'awarded',
  'award-revoked',
  'award-questioned',
  'mentioned',
  'commented',
  'amended',
  're-split',
  'merged',
  'united',
  'merge-undone',
  'reminded',
  'escalated',
  'delegated',
  'delegation-ended',
  'role-granted',
  'imported',
] as const
export const Topic = z.enum(topics)
export type Topic = z.infer<typeof Topic>

export const cadences = ['at-once', 'daily', 'weekly', 'never'] as const
export const Cadence = z.enum(cadences)
export type Cadence = z.infer<typeof Cadence>

export const noticeLimits = { page: 50, mark: 200, unread: 99 } as const

/** A notice as its reader sees it now: names and titles are of today, never stored. */
export const Notice = z.object({
  id: Id,
  topic: Topic,
  kind: NoticeKind,
  at: Instant,
  isRead: z.boolean(),
  /** null: the system, or an import. */
  by: PersonRef.nullable(),
  /** null: it is about something else. Its client only where the reader may see it. */
  outcome: z.object({ id: Id, title: z.string(), subject: z.string().nullable(), type: TypeRef.nullable() }).nullable(),
  /** null: it is about something else. */
  program: z.object({ id: Id, title: z.string() }).nullable(),
  /** null: it is about something else. */
  story: z.object({ id: Id, title: z.string() }).nullable(),
  /** Of an import: how many results. */
  count: z.int().nullable(),
})
export type Notice = z.infer<typeof Notice>

export const NoticeFilter = z.object({
  unread: z.boolean().optional(),
  kind: NoticeKind.optional(),
})
export type NoticeFilter = z.infer<typeof NoticeFilter>
export const ListNoticesInput = NoticeFilter.extend({ cursor: Id.optional(), limit: z.int().min(1).max(noticeLimits.page).default(30) })
export type ListNoticesInput = z.infer<typeof ListNoticesInput>
export const ListNoticesOutput = z.object({ items: z.array(Notice), nextCursor: z.string().nullable() })
export type ListNoticesOutput = z.infer<typeof ListNoticesOutput>

export const MarkNoticesInput = z.object({ ids: z.array(Id).min(1).max(noticeLimits.mark), isRead: z.boolean() })
export type MarkNoticesInput = z.infer<typeof MarkNoticesInput>
/** Those that were unread up to the newest that the reader saw; the answer names them, so that it can be undone. */
export const MarkAllInput = z.object({ upTo: Id })
export const MarkedOutput = z.object({ ids: z.array(Id) })

const Minutes = z.int().min(0).max(1439)
export const Choice = z.object({ app: z.boolean(), mail: Cadence })
export type Choice = z.infer<typeof Choice>

export const Preferences = z.object({
  choices: z.record(NoticeKind, Choice),
  /** Minutes after midnight in the organization's zone; equal or null: no quiet hours. */
  quietFrom: Minutes.nullable(),
  quietTo: Minutes.nullable(),
  /** 1 Monday … 7 Sunday. */
  digestDay: z.int().min(1).max(7),
  /** What waits, once a week, besides what was told. */
  isDigestOn: z.boolean(),
  /** The stories of the month that ended, once a month. */
  isStageOn: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

export const PreferencesView = z.object({
  preferences: Preferences,
  /** Where mail goes to; null: this server sends none. */
  email: z.string().nullable(),
  timeZone: z.string(),
})
export type PreferencesView = z.infer<typeof PreferencesView>

/** Only what changes: two windows that change two things keep both. */
export const SavePreferencesInput = z.object({
  choices: z.partialRecord(NoticeKind, Choice.partial()).optional(),
  quiet: z.object({ from: Minutes, to: Minutes }).nullable().optional(),
  digestDay: Preferences.shape.digestDay.optional(),
  isDigestOn: z.boolean().optional(),
  isStageOn: z.boolean().optional(),
})
export type SavePreferencesInput = z.infer<typeof SavePreferencesInput>

/** What the link under a mail ends: mail of these kinds, the gathered mail of a day or a week, or the letter of the month. */
export const MailLinkView = z.object({
  organizationName: z.string(),
  cadence: z.enum(['at-once', 'daily', 'weekly', 'monthly']),
  kinds: z.array(NoticeKind),
})
export type MailLinkView = z.infer<typeof MailLinkView>
export const MailLinkInput = z.object({ token: z.string().max(200) })
