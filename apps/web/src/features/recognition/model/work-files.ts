import type { PortfolioOutput } from '@oeuvre/domain/recognition/portfolio/schema'
import { markdownOf, type ResumeWords, resumeOf } from '@oeuvre/domain/recognition/resume/rules'
import { saveFile } from '../../../lib/save-file.ts'

const names = { json: 'oeuvre.resume.json', markdown: 'oeuvre.md' } as const

function jsonOf(portfolio: PortfolioOutput, words: ResumeWords): string {
  return `${JSON.stringify(resumeOf(portfolio, words), null, 2)}\n`
}

export function saveJson(portfolio: PortfolioOutput, words: ResumeWords): void {
  saveFile(new Blob([jsonOf(portfolio, words)], { type: 'application/json' }), names.json)
}

export function saveMarkdown(portfolio: PortfolioOutput, words: ResumeWords): void {
  saveFile(new Blob([markdownOf(portfolio, words)], { type: 'text/markdown' }), names.markdown)
}

/** Both in one archive, for whoever takes it along for good. */
export async function saveZip(portfolio: PortfolioOutput, words: ResumeWords): Promise<void> {
  const { strToU8, zipSync } = await import('fflate')
  const archive = zipSync({ [names.json]: strToU8(jsonOf(portfolio, words)), [names.markdown]: strToU8(markdownOf(portfolio, words)) })
  saveFile(new Blob([new Uint8Array(archive)], { type: 'application/zip' }), 'oeuvre.zip')
}
