import type { Language } from '@oeuvre/domain/organizations/schema'

type Line = { readonly text: string; readonly url: string | null }
export type Letter = {
  readonly language: Language
  readonly hello: string
  readonly parts: readonly { readonly title: string | null; readonly lines: readonly Line[]; readonly rest: string | null }[]
  readonly action: { readonly label: string; readonly url: string }
  readonly why: string
  readonly links: readonly { readonly label: string; readonly url: string }[]
}

/** Nothing that somebody typed is markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

/** A line break in a title would read as a line of ours. */
function flat(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
}

export function asText({ hello, parts, action, why, links }: Letter): string {
  const said = parts.flatMap(({ title, lines, rest }) => [
    ...(title ? [title, ''] : []),
    ...lines.flatMap(({ text, url }) => [`– ${flat(text)}`, ...(url ? [`  ${url}`] : [])]),
    ...(rest ? [rest] : []),
    '',
  ])
  return [
    hello,
    '',
    ...said,
    `${action.label}: ${action.url}`,
    '',
    '-- ',
    why,
    ...links.map(({ label, url }) => `${label}: ${url}`),
    '',
  ].join('\n')
}

const ink = '#1D1B19'
const grey = '#6B665F'

/** For mailboxes that are dark and read it; the others stay light. */
const dark =
  '@media (prefers-color-scheme:dark){.p{background:#171513!important;color:#EDE8E0!important}.p a{color:#EDE8E0!important}.g,.g a{color:#A79F95!important}.r{border-color:#3A3631!important}.p .b{color:#FFFFFF!important}}'

function htmlLine({ text, url }: Line): string {
  const words = escaped(flat(text))
  const said = url ? `<a href="${escaped(url)}" style="color:${ink};text-decoration:underline">${words}</a>` : words
  return `<tr><td class="r" style="padding:10px 0;border-bottom:1px solid #E4DFD6;font-size:16px;line-height:24px;overflow-wrap:anywhere;word-break:break-word">${said}</td></tr>`
}

/** One column, no picture, nothing loaded from anywhere: it reads the same in every mailbox. */
export function asHtml({ language, hello, parts, action, why, links }: Letter): string {
  const said = parts
    .map(({ title, lines, rest }) => {
      const head = title
        ? `<h2 class="g" style="margin:28px 0 4px;font-size:14px;font-weight:600;color:${grey}">${escaped(title)}</h2>`
        : ''
      const end = rest ? `<p class="g" style="margin:10px 0;color:${grey}">${escaped(rest)}</p>` : ''
      return `${head}<table role="presentation" width="100%" cellpadding="0" cellspacing="0">${lines.map(htmlLine).join('')}</table>${end}`
    })
    .join('')
  const foot = links.map(({ label, url }) => `<a href="${escaped(url)}" style="color:${grey}">${escaped(label)}</a>`).join(' · ')
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Oeuvre</title><style>${dark}</style></head>
<body class="p" style="margin:0;background:#FBF9F5;color:${ink};font-family:Georgia,serif"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 20px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;text-align:left"><tr><td>
<p style="margin:0 0 24px;font-size:22px">Oeuvre</p><p style="margin:0 0 8px;font-size:16px">${escaped(hello)}</p>${said}
<p style="margin:28px 0"><a class="b" href="${escaped(action.url)}" style="display:inline-block;padding:10px 18px;background:#B2472B;color:#FFFFFF;text-decoration:none;border-radius:4px">${escaped(action.label)}</a></p>
<p class="g" style="margin:32px 0 0;color:${grey};font-size:13px;line-height:20px">${escaped(why)}<br>${foot}</p>
</td></tr></table></td></tr></table></body></html>`
}
