import { ArchiveOwnPlatform, OwnPlatform, SaveOwnPlatform } from '@oeuvre/domain/accounts/own-platforms/schema'
import {
  AccountCounts,
  AccountPage,
  AccountQuestion,
  AccountSettings,
  AccountView,
  Agreement,
  AllowFeed,
  ChangeConsent,
  CloseAccount,
  ListAccounts,
  ProofResult,
  RegisterAccount,
  RestoreAccount,
  SaveAccountSettings,
  UseAccount,
  WithdrawAccount,
} from '@oeuvre/domain/accounts/schema'
import { Id } from '@oeuvre/domain/ids/ids'
import { z } from 'zod'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { allowFeed } from './commands/allow-feed.ts'
import { changeConsent } from './commands/change-consent.ts'
import { closeAccount } from './commands/close-account.ts'
import { checkProof, getProofCode } from './commands/prove-account.ts'
import { registerAccount } from './commands/register-account.ts'
import { restoreAccount } from './commands/restore-account.ts'
import { archivePlatform, savePlatform } from './commands/save-platform.ts'
import { saveQuestion, saveSettings } from './commands/save-settings.ts'
import { useAccount } from './commands/use-account.ts'
import { withdrawAccount } from './commands/withdraw-account.ts'
import { countAccounts } from './queries/count-accounts.ts'
import { getAccount } from './queries/get-account.ts'
import { getQuestion, getSettings } from './queries/get-settings.ts'
import { listAgreements } from './queries/list-agreements.ts'
import { listOwn } from './queries/list-own.ts'
import { listPlatforms } from './queries/list-platforms.ts'
import { listVisible } from './queries/list-visible.ts'

export const accountsRouter = router({
  listOwn: orgProcedure('account.readOwn')
    .output(z.object({ accounts: z.array(AccountView) }))
    .query(({ ctx }) => listOwn(ctx)),
  list: orgProcedure('account.read')
    .input(ListAccounts)
    .output(AccountPage)
    .query(({ ctx, input }) => listVisible(ctx, input)),
  get: orgProcedure('account.read')
    .input(z.object({ id: Id }))
    .output(AccountView)
    .query(({ ctx, input }) => getAccount(ctx, input)),
  count: orgProcedure('account.count')
    .output(AccountCounts)
    .query(({ ctx }) => countAccounts(ctx)),
  register: orgProcedure('account.register')
    .input(RegisterAccount)
    .output(AccountView)
    .mutation(({ ctx, input }) => registerAccount(ctx, input)),
  changeConsent: orgProcedure('account.register')
    .input(ChangeConsent)
    .output(AccountView)
    .mutation(({ ctx, input }) => changeConsent(ctx, input)),
  withdraw: orgProcedure('account.register')
    .input(WithdrawAccount)
    .output(AccountView)
    .mutation(({ ctx, input }) => withdrawAccount(ctx, input)),
  restore: orgProcedure('account.register')
    .input(RestoreAccount)
    .output(AccountView)
    .mutation(({ ctx, input }) => restoreAccount(ctx, input)),
  agreements: orgProcedure('account.readOwn')
    .input(z.object({ id: Id }))
    .output(z.object({ agreements: z.array(Agreement) }))
    .query(({ ctx, input }) => listAgreements(ctx, input)),
  platforms: orgProcedure('account.readOwn')
    .output(z.object({ platforms: z.array(OwnPlatform) }))
    .query(({ ctx }) => listPlatforms(ctx)),
  savePlatform: orgProcedure('account.administer')
    .input(SaveOwnPlatform)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => savePlatform(ctx, input)),
  archivePlatform: orgProcedure('account.administer')
    .input(ArchiveOwnPlatform)
    .output(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => archivePlatform(ctx, input)),
  use: orgProcedure('account.register')
    .input(UseAccount)
    .output(AccountView)
    .mutation(({ ctx, input }) => useAccount(ctx, input)),
  close: orgProcedure('account.register')
    .input(CloseAccount)
    .output(AccountView)
    .mutation(({ ctx, input }) => closeAccount(ctx, input)),
  allowFeed: orgProcedure('account.register')
    .input(AllowFeed)
    .output(AccountView)
    .mutation(({ ctx, input }) => allowFeed(ctx, input)),
  proofCode: orgProcedure('account.register')
    .input(z.object({ id: Id }))
    .output(z.object({ code: z.string() }))
    .mutation(({ ctx, input }) => getProofCode(ctx, input)),
  checkProof: orgProcedure('account.register')
    .input(z.object({ id: Id }))
    .output(ProofResult)
    .mutation(({ ctx, input }) => checkProof(ctx, input)),
  question: orgProcedure('account.readOwn')
    .output(AccountQuestion)
    .query(({ ctx }) => getQuestion(ctx)),
  saveQuestion: orgProcedure('account.register')
    .input(AccountQuestion)
    .output(AccountQuestion)
    .mutation(({ ctx, input }) => saveQuestion(ctx, input)),
  settings: orgProcedure('account.readOwn')
    .output(AccountSettings)
    .query(({ ctx }) => getSettings(ctx)),
  saveSettings: orgProcedure('account.administer')
    .input(SaveAccountSettings)
    .output(SaveAccountSettings)
    .mutation(({ ctx, input }) => saveSettings(ctx, input)),
})
