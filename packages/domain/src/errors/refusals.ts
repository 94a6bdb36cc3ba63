import type { z } from 'zod'
import { type ErrorCode, type ErrorParams, errorCodes, type Refusal } from './domain-error.ts'

/** The part of a zod refinement context that is needed here. */
type IssueSink = { addIssue: (issue: { code: 'custom'; message: string; path?: PropertyKey[]; params: { refusal: ErrorParams } }) => void }

/** Inside a schema's refinement: refuse with one of our codes, so that a schema and a rule speak the same language. */
export function refuse(ctx: IssueSink, code: ErrorCode, params: ErrorParams = {}, path: PropertyKey[] = []): void {
  ctx.addIssue({ code: 'custom', message: code, path, params: { refusal: params } })
}

const known = new Set<string>(errorCodes)

function codeOf(issue: z.core.$ZodIssue): ErrorCode {
  return issue.code === 'custom' && known.has(issue.message) ? (issue.message as ErrorCode) : 'invalid-input'
}

function paramsOf(issue: z.core.$ZodIssue): ErrorParams | undefined {
  const refusal: unknown = issue.code === 'custom' ? issue.params?.refusal : undefined
  return refusal && typeof refusal === 'object' && Object.keys(refusal).length > 0 ? (refusal as ErrorParams) : undefined
}

/** What a schema found, as refusals beside their fields (`contributors.1.weight`); what has no code of ours is `invalid-input`. */
export function refusalsOfIssues(issues: readonly z.core.$ZodIssue[]): Refusal[] {
  return issues.map((issue) => {
    const field = issue.path.map(String).join('.')
    const params = paramsOf(issue)
    return { code: codeOf(issue), ...(field && { field }), ...(params && { params }) }
  })
}
