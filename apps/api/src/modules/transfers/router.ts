import {
  AlikeOutput,
  ChangeReadingInput,
  ImportDetail,
  ImportId,
  ImportVersion,
  ListFaultsInput,
  PreviewFileInput,
  SaveMappingInput,
} from '@oeuvre/domain/transfers/overview/schema'
import { orgProcedure, router } from '../../trpc/procedures.ts'
import { changeReading } from './commands/change-reading.ts'
import { saveMapping } from './commands/save-mapping.ts'
import { startCheck } from './commands/start-check.ts'
import { startRun } from './commands/start-run.ts'
import { startUndo } from './commands/start-undo.ts'
import { getImport } from './queries/get-import.ts'
import { listAlike } from './queries/list-alike.ts'
import { listFaults } from './queries/list-faults.ts'
import { listImports } from './queries/list-imports.ts'
import { listLeft } from './queries/list-left.ts'
import { previewFile } from './queries/preview-file.ts'

export const transfersRouter = router({
  list: orgProcedure('import.run').query(({ ctx }) => listImports(ctx)),
  get: orgProcedure('import.run')
    .input(ImportId)
    .output(ImportDetail)
    .query(({ ctx, input }) => getImport(ctx, input)),
  preview: orgProcedure('import.run')
    .input(PreviewFileInput)
    .query(({ ctx, input }) => previewFile(ctx, input)),
  faults: orgProcedure('import.run')
    .input(ListFaultsInput)
    .query(({ ctx, input }) => listFaults(ctx, input)),
  alike: orgProcedure('import.run')
    .input(ImportId)
    .output(AlikeOutput)
    .query(({ ctx, input }) => listAlike(ctx, input)),
  left: orgProcedure('import.run')
    .input(ImportId)
    .query(({ ctx, input }) => listLeft(ctx, input)),
  changeReading: orgProcedure('import.run')
    .input(ChangeReadingInput)
    .mutation(({ ctx, input }) => changeReading(ctx, input)),
  saveMapping: orgProcedure('import.run')
    .input(SaveMappingInput)
    .mutation(({ ctx, input }) => saveMapping(ctx, input)),
  check: orgProcedure('import.run')
    .input(ImportVersion)
    .mutation(({ ctx, input }) => startCheck(ctx, input)),
  run: orgProcedure('import.run')
    .input(ImportVersion)
    .mutation(({ ctx, input }) => startRun(ctx, input)),
  undo: orgProcedure('import.run')
    .input(ImportVersion)
    .mutation(({ ctx, input }) => startUndo(ctx, input)),
})
