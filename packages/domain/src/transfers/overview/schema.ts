import { z } from 'zod'
import { errorCodes } from '../../errors/domain-error.ts'
import { Id } from '../../ids/ids.ts'
import { Money } from '../../money/money.ts'
import { Likeness } from '../../outcomes/likeness/schema.ts'
import { PersonRef } from '../../outcomes/schema.ts'
import { Day, Instant } from '../../time/day.ts'
import { keeping } from '../../time/keeping.ts'
import { presetNames } from '../presets/rules.ts'
import { ColumnProfile, Dialect, Fault, ImportKind, Mapping } from '../schema.ts'

/** Uploaded: being read. Ready: waits for its mapping. Checking, checked: the dry run. */
export const importStates = ['uploaded', 'ready', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone'] as const
export const ImportState = z.enum(importStates)
export type ImportState = z.infer<typeof ImportState>

/** What was made of the rows; foreseen by the dry run, counted by the run. */
export const ImportCounts = z.object({
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Results taken back because the CRM says so. */
  withdrawn: z.int(),
  leftOut: z.object({ lost: z.int(), open: z.int(), ignored: z.int() }),
  faulty: z.int(),
  /** Rows that arrive for review, because whoever imports takes part in them. */
  submitted: z.int(),
  personsCreated: z.int(),
  teamsCreated: z.int(),
  channelsCreated: z.int(),
  /** Deals to be added that look like a claim of somebody. */
  alike: z.int().default(0),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const noCounts: ImportCounts = {
  rows: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  withdrawn: 0,
  leftOut: { lost: 0, open: 0, ignored: 0 },
  faulty: 0,
  submitted: 0,
  personsCreated: 0,
  teamsCreated: 0,
  channelsCreated: 0,
  alike: 0,
}

/** How the file is written and what its columns hold; `columns` is empty until all of it was read. */
export const Reading = z.object({
  dialect: Dialect,
  preset: z.enum(presetNames).nullable(),
  rows: z.int().nullable(),
  columns: z.array(z.object({ header: z.string(), profile: ColumnProfile })),
})
export type Reading = z.infer<typeof Reading>

export const ImportRefusal = z.object({
  code: z.enum(errorCodes),
  field: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export type ImportRefusal = z.infer<typeof ImportRefusal>

export const ImportSummary = z.object({
  id: Id,
  kind: ImportKind,
  state: ImportState,
  fileName: z.string(),
  fileSize: z.number(),
  version: z.int(),
  by: PersonRef,
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  undoneAt: Instant.nullable(),
  /** Progress of what is going on. */
  rowsDone: z.int(),
  rowsTotal: z.int().nullable(),
  counts: ImportCounts.nullable(),
  /** Why it failed. */
  failure: ImportRefusal.nullable(),
  canUndo: z.boolean(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

export const ImportDetail = ImportSummary.extend({
  reading: Reading.nullable(),
  mapping: Mapping.nullable(),
  /** What must still be answered. */
  gaps: z.array(ImportRefusal),
  /** Rows that an undo left, because people had touched what they brought. */
  undoLeft: z.int(),
})
export type ImportDetail = z.infer<typeof ImportDetail>

export const FaultyRow = z.object({ number: z.int(), line: z.int(), faults: z.array(Fault) })
export type FaultyRow = z.infer<typeof FaultyRow>

export const previewRows = 8
/** Faulty rows beyond this are counted and not kept. */
export const keptFaults = 10_000
export const undoDays = keeping.importFile.days

export const ImportId = z.object({ id: Id })
/** `version`: the one that was read; a change by somebody else in between is a conflict. */
export const ImportVersion = z.object({ id: Id, version: z.int().min(1) })
export const PreviewFileInput = z.object({ id: Id, dialect: Dialect })
export const ChangeReadingInput = ImportVersion.extend({ dialect: Dialect })
export const SaveMappingInput = ImportVersion.extend({ mapping: Mapping })
export const ListFaultsInput = z.object({ id: Id, cursor: z.int().min(0).default(0) })
export type ListFaultsInput = z.infer<typeof ListFaultsInput>

/** Something that an undo left. Names of results only for those who may see them: the administrator who imported reads them in the file. */
export const LeftRow = z.object({ kind: z.enum(['person', 'team', 'outcome']), id: Id, name: z.string() })
export type LeftRow = z.infer<typeof LeftRow>

/** A deal of the file that looks like a claim of somebody. Claims that this reader may not see are only said to be there. */
export const AlikeRow = z.object({
  number: z.int(),
  line: z.int(),
  /** As the file has it. */
  subject: z.string(),
  occurredOn: Day,
  value: Money.nullable(),
  /** The result that the import made of it; null: not yet. */
  outcomeId: Id.nullable(),
  claims: z.array(z.object({ id: Id, title: z.string(), by: PersonRef.nullable(), likeness: Likeness })),
  isAnotherHidden: z.boolean(),
})
export type AlikeRow = z.infer<typeof AlikeRow>
export const AlikeOutput = z.object({ rows: z.array(AlikeRow) })
export const shownAlike = 200
