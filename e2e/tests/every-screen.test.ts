import { type Browser, expect, type Page, test } from '@playwright/test'
import { addSomebody } from '../links.ts'
import { goToScreen, type Look, openReader, openScreen } from '../open-screen.ts'
import { type Screen, screens } from '../screens.ts'
import { type Asked, expectNoOverflow, expectSound } from '../sound.ts'

const [wide, narrow] = [
  { width: 1280, language: 'fr', theme: 'light' },
  { width: 390, language: 'en', theme: 'dark' },
] as const

type Reader = Awaited<ReturnType<typeof openReader>>
const readers = new Map<string, Promise<Reader>>()

/** Each reader signs in once and goes from screen to screen. */
function readerOf(browser: Browser, screen: Screen, look: Look): Promise<Reader> {
  const key = [screen.as, screen.at, look.language].join()
  const reader = readers.get(key) ?? openReader(browser, screen, look)
  readers.set(key, reader)
  return reader
}

test.afterAll(async () => {
  for (const reader of readers.values()) await (await reader).page.context().close()
  readers.clear()
})

/** What another width or theme can change; names, roles and order are what they were. */
const ofLook = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block', 'meta-viewport']

async function isSound(page: Page, asked: Asked = {}): Promise<void> {
  await expectSound(page, asked)
  await expectNoOverflow(page)
}

// Loaded once: wide and light, then narrow and dark; the languages take turns. Pictures have all eight looks.
for (const [i, screen] of screens.entries())
  test(`${screen.name}: nothing for axe to find, nothing wider than the window`, async ({ browser }) => {
    const { page, slug } = await readerOf(browser, screen, i % 2 ? { ...wide, language: 'en' } : wide)
    await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'light'))
    await page.setViewportSize({ width: wide.width, height: 900 })
    await goToScreen(page, slug, screen)
    await isSound(page)
    await page.setViewportSize({ width: narrow.width, height: 844 })
    await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'dark'))
    // What only a narrow window has stands in its bar, on every screen: all of it is asked of some of them.
    await isSound(page, i % 8 === 0 ? {} : { rules: ofLook })
  })

test('a name of 300 characters, with marks that turn the direction and a script, breaks, turns nothing else and runs nowhere', async ({
  browser,
}) => {
  // Right-to-left override and mark, and no space to break at.
  const name = `\u202e\u200fWagn<script>alert(1)</script>${'Wagnérienne'.repeat(30)}`.slice(0, 300)
  const id = await addSomebody(name)
  for (const look of [wide, narrow])
    for (const path of ['/{slug}/people?q=Wagn', `/{slug}/people/${id}`]) {
      const page = await openScreen(browser, { name: 'long-name', path, as: 'manager' }, look)
      page.on('dialog', (dialog) => expect(dialog.message(), 'a script ran').toBe(''))
      const shown = page.getByText(name.slice(2, 60)).first()
      await expect(shown).toBeVisible()
      // Its element, or one around it, ends what the marks turned.
      expect(await shown.evaluate((node) => getComputedStyle(node).unicodeBidi)).toMatch(/isolate|plaintext/)
      await expectNoOverflow(page)
      await page.context().close()
    }
})
