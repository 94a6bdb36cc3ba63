import { AcceptLink, LinkToken } from '@oeuvre/domain/identity/schema'
import { Language, SetUp } from '@oeuvre/domain/organizations/schema'
import { z } from 'zod'
import { publicProcedure, router, signedInProcedure } from '../../trpc/procedures.ts'
import { acceptLink } from './commands/accept-link.ts'
import { setLanguage } from './commands/set-language.ts'
import { setUp } from './commands/set-up.ts'
import { getLink } from './queries/get-link.ts'
import { getMe } from './queries/get-me.ts'
import { listDemonstration } from './queries/list-demonstration.ts'
import { isFirstRunToken } from './repo.ts'

export const identityRouter = router({
  me: publicProcedure('says whether somebody is signed in').query(({ ctx }) => getMe(ctx)),
  demonstration: publicProcedure('the sign-in page offers demonstration people; empty outside demonstration mode').query(({ ctx }) =>
    listDemonstration(ctx),
  ),
  firstRun: publicProcedure('the page behind the first-run link')
    .input(LinkToken)
    .query(async ({ ctx, input }) => ({ isOpen: await isFirstRunToken(ctx.db, input.token) })),
  setUp: publicProcedure('guarded by the first-run link')
    .input(SetUp)
    .mutation(({ ctx, input }) => setUp(ctx, input)),
  link: publicProcedure('the page behind an invitation or a reset')
    .input(LinkToken)
    .query(({ ctx, input }) => getLink(ctx, input)),
  acceptLink: publicProcedure('guarded by the one-use link')
    .input(AcceptLink)
    .mutation(({ ctx, input }) => acceptLink(ctx, input)),
  setLanguage: signedInProcedure('a user chooses their language before or outside an organization')
    .input(z.object({ language: Language }))
    .mutation(({ ctx, input }) => setLanguage(ctx, input)),
})
