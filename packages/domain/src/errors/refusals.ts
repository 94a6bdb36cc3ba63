import type { z } from 'zod'
import { type ErrorCode, type ErrorParams, errorCodes, type Refusal } from './domain-error.ts'

/** The part of a zod refinement context that is needed here. */
type IssueSink = { addIssue: (issue: { code: 'custom'; message: string; path?: PropertyKey[]; params: ErrorParams }) => void }

/** Inside a schema's refinement: refuse with one of our codes, so that a schema and a rule speak the same language. */
export function refuse(ctx: IssueSink, code: ErrorCode, params: ErrorParams = {}, path: PropertyKey[] = []): void {
  ctx.addIssue({ code: 'custom', message: code, path, params: { ...params, code } })
}

const known: ReadonlySet<unknown> = new Set(errorCodes)

function isCode(value: unknown): value is ErrorCode {
  return known.has(value)
}

/** A schema names its own code in `params.code`; of zod's own findings only a text that is too long has one of ours. */
function refusalOf(issue: z.core.$ZodIssue): { code: ErrorCode; params: ErrorParams } {
  if (issue.code === 'too_big' && issue.origin === 'string') return { code: 'text-too-long', params: { max: Number(issue.maximum) } }
  const { code, ...params } = (issue.code === 'custom' && issue.params) || {}
  const plain = Object.entries(params).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return { code: isCode(code) ? code : 'invalid-input', params: Object.fromEntries(plain) }
}

/** What a schema found, as refusals beside their fields (`contributors.1.weight`). For forms and procedures alike. */
export function refusalsOfIssues(issues: readonly z.core.$ZodIssue[]): Refusal[] {
  return issues.map((issue) => {
    const { code, params } = refusalOf(issue)
    const field = issue.path.map(String).join('.')
    return { code, ...(field && { field }), ...(Object.keys(params).length > 0 && { params }) }
  })
}
