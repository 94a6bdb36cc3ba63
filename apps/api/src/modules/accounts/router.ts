import { ArchiveOwnPlatform, OwnPlatform, SaveOwnPlatform } from '@oeuvre/domain/accounts/own-platforms/schema'
import {
  AccountCounts,
  AccountPage,
  AccountView,
  Agreement,
  ChangeConsent,
  ListAccounts,
  RegisterAccount,
  RestoreAccount,
  WithdrawAccount,
} from '@oeuvre/domain/accounts/schema'
import { Id } from '@oeuvre/domain/ids/ids'
import { z } from 'zod'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { changeConsent } from './commands/change-consent.ts'
import { registerAccount } from './commands/register-account.ts'
import { restoreAccount } from './commands/restore-account.ts'
import { archivePlatform, savePlatform } from './commands/save-platform.ts'
import { withdrawAccount } from './commands/withdraw-account.ts'
import { countAccounts } from './queries/count-accounts.ts'
import { getAccount } from './queries/get-account.ts'
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
})
