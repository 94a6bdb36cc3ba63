import type { Browser, Page } from 'playwright-core'
import { JobFailure } from './jobs.ts'

/** `address`: of the page, on this server. Paper and margins are what its style sheet says. */
export type PrintRequest = {
  readonly address: string
  readonly language: string
  /** Of a reader who is there and sees the page with their own session; else the address brings along what it shows. */
  readonly cookie?: string
}
export type Printer = {
  /** @throws JobFailure print-failed, with no more words: the page's address holds a secret */
  print(request: PrintRequest): Promise<Uint8Array>
}

const patience = 45_000

/** What the page says of itself once all that it draws is drawn, or cannot be. */
async function untilDrawn(page: Page): Promise<void> {
  const drawn = await page.waitForFunction(() => document.documentElement.dataset.print, undefined, { timeout: patience })
  if ((await drawn.jsonValue()) !== 'ready') throw new Error('the page could not be drawn')
}

function cookiesOf(header: string, url: string) {
  return header.split(/; */).flatMap((pair) => {
    const at = pair.indexOf('=')
    return at > 0 ? [{ name: pair.slice(0, at), value: pair.slice(at + 1), url }] : []
  })
}

async function printIn(browser: Browser, { address, language, cookie }: PrintRequest): Promise<Uint8Array> {
  const { origin } = new URL(address)
  const context = await browser.newContext({
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    acceptDownloads: false,
  })
  // It sees this server and nothing else, whatever a page should ask for.
  await context.route('**/*', (route) => (new URL(route.request().url()).origin === origin ? route.continue() : route.abort()))
  await context.addCookies(cookiesOf(cookie ?? '', origin))
  const page = await context.newPage()
  const refused: string[] = []
  page.on('response', (answer) => answer.status() >= 400 && refused.push(new URL(answer.url()).pathname))
  await page.goto(address, { timeout: patience })
  await untilDrawn(page)
  // What the page should have brought along and had to ask for would be missing on paper.
  await page.waitForLoadState('networkidle', { timeout: patience })
  if (refused.length > 0) throw new Error(`refused: ${refused.join()}`)
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
}

/**
 * Prints pages of this server as PDF with the Chromium at `path`. One is started for each page and ended after it: prints are rare, and
 * what a page left behind is gone with it. It runs without its sandbox, which needs rights that a container does not have: it loads
 * our own pages only.
 */
export function createPrinter(path: string): Printer {
  return {
    async print(request) {
      // Its library is loaded where something is printed.
      const { chromium } = await import('playwright-core')
      let browser: Browser | null = null
      try {
        browser = await chromium.launch({ executablePath: path, args: ['--disable-dev-shm-usage'], timeout: patience })
        return await printIn(browser, request)
      } catch (e) {
        throw Object.assign(new JobFailure('print-failed'), { cause: e instanceof Error ? e.name : 'unknown' })
      } finally {
        await browser?.close()
      }
    },
  }
}
