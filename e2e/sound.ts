import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export type Asked = {
  /** Of these rules alone; without: of all. */
  readonly rules?: readonly string[]
  /** A list and what was chosen of it stand beside each other: on a phone the list steps aside, and the heading of the page with it. */
  readonly isPane?: boolean
}

/**
 * Nothing for axe to find. Asked within the page (`legacy` says the library): the other way opens a blank page for each answer and carries
 * everything over that axe looked at, which took most of the time; it is for frames of other origins, of which there are none.
 */
export async function expectSound(page: Page, { rules, isPane = false }: Asked = {}): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  if (rules) axe.withRules([...rules])
  if (isPane) axe.disableRules(['page-has-heading-one'])
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** The page is not wider than its window. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, page.url()).toBeLessThanOrEqual(0)
}

/** In both widths. */
export async function expectPaneSound(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await expectSound(page, { isPane: true })
  }
}
