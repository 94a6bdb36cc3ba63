import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import type { Screen } from './screens.ts'
import { baseUrl } from './server.ts'
import { signInAs } from './sign-in.ts'

export type Look = { readonly language: 'fr' | 'en'; readonly theme: 'light' | 'dark'; readonly width: 390 | 1280 }

const heights = { 390: 844, 1280: 900 } as const

/** A browser of its own for one reader: language and theme as chosen on this device, so that nobody's account decides them. */
function contextOptions({ language, theme, width }: Look): BrowserContextOptions {
  return {
    baseURL: baseUrl,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: { width, height: heights[width] },
    storageState: {
      cookies: [],
      origins: [
        {
          origin: baseUrl,
          localStorage: [
            { name: 'oeuvre.language', value: language },
            { name: 'mantine-color-scheme-value', value: theme },
          ],
        },
      ],
    },
  }
}

/** A page of a reader who is signed in, or of a stranger, that has not gone anywhere yet. `slug` is that of their organization. */
export async function openReader(
  browser: Browser,
  { as, at }: Pick<Screen, 'as' | 'at'>,
  look: Look,
): Promise<{ readonly page: Page; readonly slug: string }> {
  const context = await browser.newContext(contextOptions(look))
  const persona = as ? await signInAs(context.request, as, at) : null
  // As if it had been chosen on the way in: that alone wins over the language of the account.
  await context.addInitScript((language) => {
    if (location.origin !== 'null') sessionStorage.setItem('oeuvre.language.chosen', language)
  }, look.language)
  return { page: await context.newPage(), slug: persona?.slug ?? '' }
}

/** Goes to a screen, until it has arrived and is quiet. */
export async function goToScreen(page: Page, slug: string, screen: Screen): Promise<void> {
  const path = typeof screen.path === 'string' ? screen.path : await screen.path()
  await page.goto(path.replace('{slug}', slug))
  if (screen.first) {
    const links = page.locator(`main a[href*="${screen.first}"]:not([href$="/new"])`)
    const address = await links.first().getAttribute('href')
    if (!address) throw new Error(`${path} has no link to ${screen.first}`)
    await page.goto(address)
  }
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  // What loads shows its shape until it is there.
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], [role="status"] > div[aria-hidden="true"]'))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Signed in, arrived and quiet. Close its context. */
export async function openScreen(browser: Browser, screen: Screen, look: Look): Promise<Page> {
  const { page, slug } = await openReader(browser, screen, look)
  await goToScreen(page, slug, screen)
  return page
}
