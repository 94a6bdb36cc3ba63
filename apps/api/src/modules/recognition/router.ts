import { Id } from '@oeuvre/domain/ids/ids'
import {
  EditKudosInput,
  GiveKudosInput,
  HideKudosInput,
  KudosOfOutcomeInput,
  KudosOfOutcomeOutput,
  KudosOfPersonInput,
  KudosOfPersonOutput,
} from '@oeuvre/domain/recognition/kudos/schema'
import { SharePortfolioInput, SharingOutput } from '@oeuvre/domain/recognition/portfolio/schema'
import { z } from 'zod'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { editKudos, giveKudos } from './commands/give-kudos.ts'
import { hideKudos } from './commands/hide-kudos.ts'
import { removeKudos, restoreKudos } from './commands/remove-kudos.ts'
import { sharePortfolio } from './commands/share-portfolio.ts'
import { getSharing } from './queries/get-sharing.ts'
import { listKudos, listKudosOfPerson } from './queries/list-kudos.ts'

const reading = orgProcedure('kudos.read')
const giving = orgProcedure('kudos.give')
const Named = z.object({ id: Id })

export const kudosRouter = router({
  list: reading
    .input(KudosOfOutcomeInput)
    .output(KudosOfOutcomeOutput)
    .query(({ ctx, input }) => listKudos(ctx, input)),
  ofPerson: reading
    .input(KudosOfPersonInput)
    .output(KudosOfPersonOutput)
    .query(({ ctx, input }) => listKudosOfPerson(ctx, input)),
  give: giving
    .input(GiveKudosInput)
    .output(Named)
    .mutation(({ ctx, input }) => giveKudos(ctx, input)),
  edit: giving
    .input(EditKudosInput)
    .output(Named)
    .mutation(({ ctx, input }) => editKudos(ctx, input)),
  remove: giving
    .input(Named)
    .output(Named)
    .mutation(({ ctx, input }) => removeKudos(ctx, input)),
  restore: giving
    .input(Named)
    .output(Named)
    .mutation(({ ctx, input }) => restoreKudos(ctx, input)),
  hide: giving
    .input(HideKudosInput)
    .output(Named)
    .mutation(({ ctx, input }) => hideKudos(ctx, input)),
})

export const portfolioRouter = router({
  sharing: orgProcedure('kudos.read')
    .input(z.object({ personId: Id }))
    .output(SharingOutput)
    .query(({ ctx, input }) => getSharing(ctx, input)),
  share: orgProcedure('portfolio.share')
    .input(SharePortfolioInput)
    .output(SharePortfolioInput)
    .mutation(({ ctx, input }) => sharePortfolio(ctx, input)),
})
