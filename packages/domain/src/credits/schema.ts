import { z } from 'zod'

/** What carried a result; the four add up to all results. */
export const sides = ['social', 'conventional', 'both', 'not-stated'] as const
export const Side = z.enum(sides)
export type Side = z.infer<typeof Side>

/** Only realised value is added up; potential stands apart; a type without value has none. */
export const valueKinds = ['realised', 'potential', 'none'] as const
export const ValueKind = z.enum(valueKinds)
export type ValueKind = z.infer<typeof ValueKind>

/** The highest rung reached: 1 claimed, 2 evidence, 3 corroborated, 4 verified, 5 matched to CRM. Credits carry 4 or 5. */
export const Rung = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])
export type Rung = z.infer<typeof Rung>

export const contributorRoles = ['lead', 'support', 'coach', 'shadow'] as const
export const ContributorRole = z.enum(contributorRoles)
export type ContributorRole = z.infer<typeof ContributorRole>

/** All of an outcome, in basis points. */
export const wholeOutcome = 10_000

export const Weight = z.int().min(0).max(wholeOutcome)

/** Why entries were appended. `verified` and `matched` open, the others take back; what replaces carries the cause of its taking back. */
export const creditCauses = [
  'verified',
  'matched',
  'reopened',
  'undone',
  'amended',
  're-split',
  'merged',
  'crm',
  'import-undone',
  'team-corrected',
  'converted',
] as const
export type CreditCause = (typeof creditCauses)[number]
