import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'
import { screens } from '../screens.ts'

const [wide, narrow] = [
  { width: 1280, language: 'fr', theme: 'light' },
  { width: 390, language: 'en', theme: 'dark' },
] as const

for (const screen of screens)
  for (const look of [wide, narrow])
    test(`${screen.name}: nothing for axe to find, nothing wider than the window (${Object.values(look).join(', ')})`, async ({
      browser,
    }) => {
      const page = await openScreen(browser, screen, look)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      await page.context().close()
    })
