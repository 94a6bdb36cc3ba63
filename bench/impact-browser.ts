import { type Browser, chromium, type Page } from '@playwright/test'
import { launchOptions } from '../e2e/chromium.ts'
import { median } from './load.ts'
import type { Line } from './report.ts'
import type { Session } from './servers.ts'

const times = 7

/** What brings the drawings: back to the page that was left, or the same drawings as plain SVG. */
type Act = { readonly do: 'back' } | { readonly do: 'write'; readonly svg: string }

/** Milliseconds until what `act` began has been painted: two frames after the last drawing is there. */
async function painted(page: Page, act: Act, drawings: number): Promise<number> {
  return page.evaluate(
    async ({ act, drawings }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const main = document.querySelector('main')
      const began = performance.now()
      if (act.do === 'back') history.back()
      else if (main) main.innerHTML = act.svg
      while (document.querySelectorAll('main svg').length < drawings) await frame()
      await frame()
      await frame()
      return performance.now() - began
    },
    { act, drawings },
  )
}

async function inTurn(work: () => Promise<number>): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) taken.push(await work())
  return median(taken)
}

async function measure(browser: Browser, session: Session, period: string): Promise<Line[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', bypassCSP: true })
  const [name = '', value = ''] = session.cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value: value.split(';')[0] ?? '', url: session.url }])
  const page = await context.newPage()
  const address = `${session.url}/${session.slug}/impact?period=${period}`
  const first: number[] = []
  const whole: number[] = []
  let drawings = 0
  for (let n = 0; n < 5; n++) {
    const began = performance.now()
    await page.goto(address)
    await page.locator('main svg').nth(5).waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
    whole.push(performance.now() - began)
    first.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0))
    drawings = await page.locator('main svg').count()
  }
  // The same drawings as plain SVG, written into an empty page: what nothing can beat.
  const svg = await page.evaluate(() => [...document.querySelectorAll('main svg')].map((one) => one.outerHTML).join(''))
  const ours = await inTurn(async () => {
    await page
      .getByRole('link', { name: /^(Outcomes|Résultats)$/ })
      .first()
      .click()
    await page.waitForURL(/\/outcomes/)
    return painted(page, { do: 'back' }, drawings)
  })
  const plain = await context.newPage()
  const theirs = await inTurn(async () => {
    await plain.setContent('<main></main>')
    return painted(plain, { do: 'write', svg }, drawings)
  })
  await context.close()
  return [
    { what: 'in Chromium: first paint', ours: `${median(first).toFixed(0)} ms`, yardstick: '', ratio: '' },
    { what: 'in Chromium: the whole page, quiet', ours: `${median(whole).toFixed(0)} ms`, yardstick: '', ratio: '' },
    {
      what: `in Chromium: its ${drawings} drawings painted again`,
      ours: `${ours.toFixed(0)} ms`,
      yardstick: `${theirs.toFixed(0)} ms`,
      ratio: (ours / theirs).toFixed(1),
      aim: '≤ 7',
      holds: ours / theirs <= 7,
    },
  ]
}

/** The page as it paints, beside the same drawings as plain SVG. */
export async function browserLines(session: Session, period: string): Promise<Line[]> {
  const browser = await chromium.launch(await launchOptions())
  try {
    return await measure(browser, session, period)
  } finally {
    await browser.close()
  }
}
