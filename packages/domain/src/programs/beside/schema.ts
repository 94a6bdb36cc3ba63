import { z } from 'zod'
import { Id } from '../../ids/ids.ts'
import { Day } from '../../time/day.ts'
import { CohortFigures } from '../cohort/schema.ts'
import { Curve } from '../curve/schema.ts'
import { ProgramForm } from '../schema.ts'

/** Below this chance of a difference as large where there is none, the accounts of one form are said to last longer. */
export const significance = 0.05

/**
 * Whether the accounts of both forms last alike (log-rank test). `one-form`: there is nothing beside it. `few`: too few accounts, or
 * too few of them have ended, to conclude. `p`: the chance of a difference as large where there is none.
 */
export const FormsVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['one-form', 'few']) }),
  z.object({ kind: z.enum(['no-clear-difference', 'targeted-longer', 'mass-longer']), p: z.number() }),
])
export type FormsVerdict = z.infer<typeof FormsVerdict>

/** `from` to `until`: the days of the results that are counted, both included; of a form its first and its last. */
const Days = z.object({ from: Day, until: Day })
export const FormRow = CohortFigures.extend({
  ...Days.shape,
  form: ProgramForm,
  programIds: z.array(Id),
  /** Programs whose people, or accounts, are too few for the form's figures about them. */
  withheld: z.int(),
  /** Of all accounts of the form that can be told of; null: of too few people. */
  curve: Curve.nullable(),
})
export type FormRow = z.infer<typeof FormRow>
export const ProgramRow = CohortFigures.extend({ ...Days.shape, form: ProgramForm, id: Id, title: z.string() })
export type ProgramRow = z.infer<typeof ProgramRow>

/** Targeted beside mass: every program that had begun, counted from its first day up to the end of the page. */
export const FormsBeside = z.object({ forms: z.array(FormRow), programs: z.array(ProgramRow), verdict: FormsVerdict })
export type FormsBeside = z.infer<typeof FormsBeside>
