import { formatImpactFilter, type HeadlineFigures, type ImpactFilter, type ImpactPage } from '@oeuvre/domain/impact/schema'
import type { Language } from '@oeuvre/domain/organizations/schema'
import type { Cadence } from '@oeuvre/domain/reports/schema'
import { parsePeriodCode } from '@oeuvre/domain/time/period-codes'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { asHtml, asText, type Letter } from '../../../platform/mail/layout.ts'
import type { Message } from '../../../platform/mail/mailer.ts'
import { type Named, type ReportWords, reportEn, reportFr, type Writer, writerOf } from '../../../platform/mail/report-words.ts'
import { mailEn } from '../../../platform/mail/words-en.ts'
import { mailFr } from '../../../platform/mail/words-fr.ts'

/** Fewer than this are not compared: the page's own rule. */
const few = 8

type ReportLetter = {
  readonly reader: OrgContext
  readonly language: Language
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly cadence: Cadence
  /** null: this server makes none. */
  readonly pdf: { readonly content: Uint8Array; readonly filename: string } | null
  readonly id: string
  readonly token: string
}

/** The month or the quarter that the page is of, as it is sent. */
function nameOf({ period }: ImpactPage, write: Writer): Named {
  const code = parsePeriodCode(period.code)
  if (code?.kind !== 'quarter' && code?.kind !== 'fiscal-quarter') return { kind: 'month', month: write.month(period.from) }
  return { kind: code.kind, quarter: String(code.quarter), year: String(code.year) }
}

function sentenceOf(w: ReportWords, write: Writer, page: ImpactPage, name: Named): string {
  const s = page.sentence
  if (s.kind === 'nothing') return w.nothing
  const value = s.valueMinor === null ? null : write.money({ minor: s.valueMinor, currency: page.currency, digits: page.digits })
  const isOne = s.socialBp * s.outcomes < 20_000
  const social = s.outcomes < few ? null : { percent: write.percent(s.socialBp), isOne }
  return w.sentence(name, { people: s.people, teams: s.teams, outcomes: s.outcomes, value, social })
}

function figuresOf(w: ReportWords, write: Writer, page: ImpactPage): string[] {
  const { now, before } = page.headline
  const results = (h: HeadlineFigures) => write.number(Number(h.resultsBp) / 10_000)
  const value = (h: HeadlineFigures) => write.money({ minor: h.valueMinor, currency: page.currency, digits: page.digits })
  return [
    w.results(results(now), before && results(before)),
    w.value(value(now), before && value(before)),
    w.people(write.number(now.people), before && write.number(before.people)),
    ...(now.medianDays === null ? [] : [w.median(write.days(now.medianDays))]),
  ]
}

/** The page by mail: its sentence, its headline and the way to it; the whole of it as a PDF where there is one. */
export function writeReportLetter({ reader, language, page, filter, cadence, pdf, id, token }: ReportLetter): Message {
  const [w, common, write] = [language === 'fr' ? reportFr : reportEn, language === 'fr' ? mailFr : mailEn, writerOf(language)]
  const { settings } = reader.actor
  const home = `${reader.baseUrl}/${settings.slug}`
  const name = nameOf(page, write)
  const line = (text: string) => ({ text, url: null })
  const letter: Letter = {
    language,
    hello: common.hello(reader.personName),
    parts: [
      { title: null, lines: [line(sentenceOf(w, write, page, name))], rest: null },
      { title: w.figures, lines: figuresOf(w, write, page).map(line), rest: pdf ? w.attached : null },
    ],
    action: { label: w.open, url: `${home}/impact?${new URLSearchParams(formatImpactFilter(filter)).toString()}` },
    why: w.why(settings.name, cadence),
    links: [
      { label: w.manage, url: `${home}/reports` },
      { label: w.stop, url: `${reader.baseUrl}/unsubscribe/report/${token}` },
    ],
  }
  return {
    to: reader.user.email,
    subject: w.subject(w.period(name), settings.name).replace(/\s+/g, ' '),
    text: asText(letter),
    html: asHtml(letter),
    messageId: `<report-${id}@${new URL(reader.baseUrl).hostname}>`,
    headers: {
      'List-Unsubscribe': `<${reader.baseUrl}/api/unsubscribe/report/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'Content-Language': language,
    },
    ...(pdf && { attachments: [{ filename: pdf.filename, content: Buffer.from(pdf.content), contentType: 'application/pdf' }] }),
  }
}
