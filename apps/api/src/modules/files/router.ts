import { FileOutput } from '@oeuvre/domain/files/schema'
import { Id } from '@oeuvre/domain/ids/ids'
import { z } from 'zod'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { finishUpload } from './commands/finish-upload.ts'

export const filesRouter = router({
  /** All parts were sent: it becomes a stored file, or says why not. */
  finish: orgProcedure('outcome.log')
    .input(z.object({ id: Id }))
    .output(FileOutput)
    .mutation(({ ctx, input }) => finishUpload(ctx, input)),
})
