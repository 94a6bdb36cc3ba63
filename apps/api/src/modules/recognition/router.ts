import { Id } from '@oeuvre/domain/ids/ids'
import {
  AwardChoicesInput,
  AwardChoicesOutput,
  AwardQuestionsInput,
  AwardQuestionsOutput,
  AwardsOutput,
  GiveAwardInput,
  HideAwardInput,
  ListAwardsInput,
  RevokeAwardInput,
  SeenAwardsInput,
} from '@oeuvre/domain/recognition/awards/schema'
import {
  EditKudosInput,
  GiveKudosInput,
  HideKudosInput,
  KudosOfOutcomeInput,
  KudosOfOutcomeOutput,
  KudosOfPersonInput,
  KudosOfPersonOutput,
} from '@oeuvre/domain/recognition/kudos/schema'
import {
  Leaving,
  LeavingAddress,
  LeavingLinkInput,
  LeavingLinkMade,
  LeavingLinkView,
  PortfolioInput,
  PortfolioOutput,
  SaveLeavingAddressInput,
  SharePortfolioInput,
  SharingOutput,
  WithholdClientsInput,
} from '@oeuvre/domain/recognition/portfolio/schema'
import { RecognitionSettings } from '@oeuvre/domain/recognition/settings/schema'
import { z } from 'zod'
import { orgProcedure, publicProcedure, router } from '../../trpc/procedures.ts'
import { giveAward } from './commands/give-award.ts'
import { editKudos, giveKudos } from './commands/give-kudos.ts'
import { hideKudos } from './commands/hide-kudos.ts'
import { markAwards } from './commands/mark-awards.ts'
import { removeKudos, restoreKudos } from './commands/remove-kudos.ts'
import { hideAward, revokeAward, takeBackAward } from './commands/revoke-award.ts'
import { saveLeavingAddress } from './commands/save-leaving-address.ts'
import { saveRecognition } from './commands/save-settings.ts'
import { sharePortfolio, withholdClients } from './commands/share-portfolio.ts'
import { fetchPortfolio, makeLeavingLink, openLeavingLink } from './commands/take-along.ts'
import { listAwardChoices, listAwardQuestions } from './queries/ask-award.ts'
import { getLeaving, getLeavingAddress } from './queries/get-leaving.ts'
import { getPortfolio } from './queries/get-portfolio.ts'
import { getRecognition } from './queries/get-settings.ts'
import { getSharing } from './queries/get-sharing.ts'
import { listAwards } from './queries/list-awards.ts'
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
  get: orgProcedure('portfolio.read')
    .input(PortfolioInput)
    .output(PortfolioOutput)
    .query(({ ctx, input }) => getPortfolio(ctx, input)),
  withholdClients: orgProcedure('portfolio.share')
    .input(WithholdClientsInput)
    .output(WithholdClientsInput)
    .mutation(({ ctx, input }) => withholdClients(ctx, input)),
  leavingAddress: orgProcedure('portfolio.share')
    .output(LeavingAddress)
    .query(({ ctx }) => getLeavingAddress(ctx)),
  saveLeavingAddress: orgProcedure('portfolio.share')
    .input(SaveLeavingAddressInput)
    .output(LeavingAddress.pick({ address: true }))
    .mutation(({ ctx, input }) => saveLeavingAddress(ctx, input)),
  leaving: orgProcedure('people.administer')
    .input(Named)
    .output(Leaving)
    .query(({ ctx, input }) => getLeaving(ctx, input)),
  makeLink: orgProcedure('people.administer')
    .input(Named)
    .output(LeavingLinkMade)
    .mutation(({ ctx, input }) => makeLeavingLink(ctx, input)),
  // Both are sent in a body: no address and no log names the token.
  openLink: publicProcedure('the page behind the link of somebody who left; it is not used by looking')
    .input(LeavingLinkInput)
    .output(LeavingLinkView)
    .mutation(({ ctx, input }) => openLeavingLink(ctx, input)),
  fetch: publicProcedure('guarded by the one-use link of somebody who left')
    .input(LeavingLinkInput)
    .output(PortfolioOutput)
    .mutation(({ ctx, input }) => fetchPortfolio(ctx, input)),
  sharing: orgProcedure('kudos.read')
    .input(z.object({ personId: Id }))
    .output(SharingOutput)
    .query(({ ctx, input }) => getSharing(ctx, input)),
  share: orgProcedure('portfolio.share')
    .input(SharePortfolioInput)
    .output(SharePortfolioInput)
    .mutation(({ ctx, input }) => sharePortfolio(ctx, input)),
})

const giver = orgProcedure('award.give')
const recipient = orgProcedure('award.read')

export const awardsRouter = router({
  list: recipient
    .input(ListAwardsInput)
    .output(AwardsOutput)
    .query(({ ctx, input }) => listAwards(ctx, input)),
  choices: giver
    .input(AwardChoicesInput)
    .output(AwardChoicesOutput)
    .query(({ ctx, input }) => listAwardChoices(ctx, input)),
  questions: giver
    .input(AwardQuestionsInput)
    .output(AwardQuestionsOutput)
    .query(({ ctx, input }) => listAwardQuestions(ctx, input)),
  give: giver
    .input(GiveAwardInput)
    .output(Named)
    .mutation(({ ctx, input }) => giveAward(ctx, input)),
  revoke: giver
    .input(RevokeAwardInput)
    .output(Named)
    .mutation(({ ctx, input }) => revokeAward(ctx, input)),
  takeBack: giver
    .input(Named)
    .output(Named)
    .mutation(({ ctx, input }) => takeBackAward(ctx, input)),
  hide: recipient
    .input(HideAwardInput)
    .output(Named)
    .mutation(({ ctx, input }) => hideAward(ctx, input)),
  seen: recipient
    .input(SeenAwardsInput)
    .output(SeenAwardsInput.extend({ ids: z.array(Id) }))
    .mutation(({ ctx, input }) => markAwards(ctx, input)),
})

export const recognitionRouter = router({
  settings: orgProcedure('recognition.administer')
    .output(RecognitionSettings)
    .query(({ ctx }) => getRecognition(ctx)),
  saveSettings: orgProcedure('recognition.administer')
    .input(RecognitionSettings)
    .output(RecognitionSettings)
    .mutation(({ ctx, input }) => saveRecognition(ctx, input)),
})
