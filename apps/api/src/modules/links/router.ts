import { Id } from '@oeuvre/domain/ids/ids'
import {
  ChangeLink,
  LinkDomains,
  LinksOutput,
  LinkView,
  ListLinks,
  MakeLink,
  SaveLinkDomains,
  WithdrawLink,
} from '@oeuvre/domain/links/schema'
import { z } from 'zod'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { changeLink } from './commands/change-link.ts'
import { checkLink } from './commands/check-link.ts'
import { makeLink } from './commands/make-link.ts'
import { saveDomains } from './commands/save-domains.ts'
import { withdrawLink } from './commands/withdraw-link.ts'
import { getDomains } from './queries/get-domains.ts'
import { getLink, listLinks } from './queries/list-links.ts'

const own = orgProcedure('link.share')
const Named = z.object({ id: Id })

/** All of one's own: nobody asks for anybody else's. */
export const linksRouter = router({
  list: own
    .input(ListLinks)
    .output(LinksOutput)
    .query(({ ctx, input }) => listLinks(ctx, input)),
  get: own
    .input(Named)
    .output(LinkView)
    .query(({ ctx, input }) => getLink(ctx, input)),
  make: own
    .input(MakeLink)
    .output(LinkView)
    .mutation(({ ctx, input }) => makeLink(ctx, input)),
  change: own
    .input(ChangeLink)
    .output(LinkView)
    .mutation(({ ctx, input }) => changeLink(ctx, input)),
  withdraw: own
    .input(WithdrawLink)
    .output(LinkView)
    .mutation(({ ctx, input }) => withdrawLink(ctx, input)),
  check: own
    .input(Named)
    .output(LinkView)
    .mutation(({ ctx, input }) => checkLink(ctx, input)),
  domains: own.output(LinkDomains).query(({ ctx }) => getDomains(ctx)),
  saveDomains: orgProcedure('link.administer')
    .input(SaveLinkDomains)
    .output(LinkDomains)
    .mutation(({ ctx, input }) => saveDomains(ctx, input)),
})
