import { z } from 'zod'
import { ImpactFilter } from '../schema.ts'

/** The parts of the page that can be taken along as a file, by their codes in its address. */
export const figureParts = [
  'headline',
  'over-time',
  'sides',
  'comparison',
  'presence',
  'cohorts',
  'teams',
  'skills',
  'programs',
  'objectives',
  'targets',
  'types',
  'channels',
  'concentration',
  'time-to-verify',
  'how-sure',
  'not-converted',
  'not-yet-verified',
] as const
export const FigurePart = z.enum(figureParts)
export type FigurePart = z.infer<typeof FigurePart>

/** The filter as the page's address has it, and which part of the page. */
export const FiguresFile = ImpactFilter.extend({ part: FigurePart })
export type FiguresFile = z.infer<typeof FiguresFile>
