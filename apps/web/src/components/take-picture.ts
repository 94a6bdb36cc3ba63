import { domToBlob } from 'modern-screenshot'

export type Picture = {
  /** The figure as it stands on the screen. */
  readonly figure: HTMLElement
  readonly title: string
  /** Whose, of when, from which entry of the ledger. */
  readonly source: string
}

const padding = 32
/** Narrower than that a chart is drawn for a phone, and stays so. */
const scale = 2

/** The colours of paper: what the root says outside of any condition, whatever theme is shown. */
function paperTokens(): [string, string][] {
  const sheets = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules]
    } catch {
      return [] // of another origin: an extension's
    }
  })
  const flat = sheets.flatMap((rule) => (rule instanceof CSSLayerBlockRule || rule instanceof CSSImportRule ? inside(rule) : [rule]))
  return flat.flatMap((rule) => {
    if (!(rule instanceof CSSStyleRule) || rule.selectorText !== ':root') return []
    return [...rule.style]
      .filter((name) => name.startsWith('--oe-'))
      .map((name): [string, string] => [name, rule.style.getPropertyValue(name)])
  })
}

function inside(rule: CSSLayerBlockRule | CSSImportRule): CSSRule[] {
  return [...((rule instanceof CSSImportRule ? rule.styleSheet?.cssRules : rule.cssRules) ?? [])]
}

function line(text: string, font: string, color: string): HTMLElement {
  const p = document.createElement('p')
  p.textContent = text
  p.style.cssText = `font: var(${font}); color: var(${color}); margin: 0`
  return p
}

/** A copy on paper beside the page, out of sight: the reader's theme, hover and focus stay out of the picture. */
function layOut({ figure, title, source }: Picture): HTMLElement {
  const sheet = document.createElement('div')
  const { width } = figure.getBoundingClientRect()
  for (const [name, value] of paperTokens()) sheet.style.setProperty(name, value)
  sheet.style.cssText += `; position: absolute; left: -100000px; top: 0; width: ${Math.round(width) + 2 * padding}px; padding: ${padding}px; background: var(--oe-paper); color: var(--oe-ink)`
  sheet.setAttribute('aria-hidden', 'true')
  const copy = figure.cloneNode(true) as HTMLElement
  for (const tool of copy.querySelectorAll('[data-print="hide"]')) tool.remove()
  const head = line(title, '--oe-title-2', '--oe-ink')
  head.style.marginBottom = '20px'
  const foot = line(source, '--oe-micro', '--oe-ink-3')
  foot.style.marginTop = '20px'
  sheet.append(head, copy, foot)
  document.body.append(sheet)
  return sheet
}

/** A PNG of a chart, at twice its size, in the colours of paper, with title and source. @throws Error where the browser cannot draw it */
export async function takePicture(picture: Picture): Promise<Blob> {
  const sheet = layOut(picture)
  try {
    const { width, height } = sheet.getBoundingClientRect()
    const style = { position: 'static', left: '0', top: '0' }
    return await domToBlob(sheet, { scale, width: Math.round(width), height: Math.ceil(height), style, type: 'image/png' })
  } finally {
    sheet.remove()
  }
}

/** Hands a file to the reader. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Not at once: the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
