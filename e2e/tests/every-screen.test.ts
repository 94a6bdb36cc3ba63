import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { addSomebody } from '../links.ts'
import { openScreen } from '../open-screen.ts'
import { screens } from '../screens.ts'

const [wide, narrow] = [
  { width: 1280, language: 'fr', theme: 'light' },
  { width: 390, language: 'en', theme: 'dark' },
] as const

function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

for (const screen of screens)
  for (const look of [wide, narrow])
    test(`${screen.name}: nothing for axe to find, nothing wider than the window (${Object.values(look).join(', ')})`, async ({
      browser,
    }) => {
      const page = await openScreen(browser, screen, look)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      await page.context().close()
    })

test('a name of 200 letters without a space breaks, and no page is wider than its window', async ({ browser }) => {
  const name = 'Wagnérienne'.repeat(19).slice(0, 200)
  const id = await addSomebody(name)
  for (const look of [wide, narrow])
    for (const path of ['/{slug}/people?q=Wagn', `/{slug}/people/${id}`]) {
      const page = await openScreen(browser, { name: 'long-name', path, as: 'manager' }, look)
      await expect(page.getByText(name).first()).toBeVisible()
      expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
      await page.context().close()
    }
})
