import {
  ListNoticesInput,
  ListNoticesOutput,
  MailLinkInput,
  MailLinkView,
  MarkAllInput,
  MarkedOutput,
  MarkNoticesInput,
  PreferencesView,
  SavePreferencesInput,
} from '@oeuvre/domain/notifications/schema'
import { CappedCount } from '@oeuvre/domain/outcomes/review/schema'
import { orgProcedure, publicProcedure, router } from '../../trpc/procedures.ts'
import { endMail, getMailLink } from './commands/end-mail.ts'
import { markAllNotices, markNotices } from './commands/mark-notices.ts'
import { savePreferences } from './commands/save-preferences.ts'
import { countUnread, listNotices } from './queries/list-notices.ts'
import { getPreferences } from './queries/load-preferences.ts'

const own = orgProcedure('notification.read')

export const notificationsRouter = router({
  mailLink: publicProcedure('the page behind the link under a mail')
    .input(MailLinkInput)
    .output(MailLinkView)
    .query(({ ctx, input }) => getMailLink(ctx, input)),
  endMail: publicProcedure('guarded by the link under a mail')
    .input(MailLinkInput)
    .mutation(({ ctx, input }) => endMail(ctx, input)),
  list: own
    .input(ListNoticesInput)
    .output(ListNoticesOutput)
    .query(({ ctx, input }) => listNotices(ctx, input)),
  unread: own.output(CappedCount).query(({ ctx }) => countUnread(ctx)),
  mark: own
    .input(MarkNoticesInput)
    .output(MarkedOutput)
    .mutation(({ ctx, input }) => markNotices(ctx, input)),
  markAll: own
    .input(MarkAllInput)
    .output(MarkedOutput)
    .mutation(({ ctx, input }) => markAllNotices(ctx, input)),
  preferences: own.output(PreferencesView).query(({ ctx }) => getPreferences(ctx)),
  savePreferences: own
    .input(SavePreferencesInput)
    .output(PreferencesView)
    .mutation(({ ctx, input }) => savePreferences(ctx, input)),
})
