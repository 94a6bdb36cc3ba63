import {
  AccountCounts,
  AccountPage,
  AccountView,
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
import { withdrawAccount } from './commands/withdraw-account.ts'
import { countAccounts } from './queries/count-accounts.ts'
import { getAccount } from './queries/get-account.ts'
import { listOwn } from './queries/list-own.ts'
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
})
