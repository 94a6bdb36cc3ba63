import { expect, type Locator } from '@playwright/test'

const furthest = 180

/** Goes forward with the Tab key alone until that is reached; fails where the keyboard cannot come to it. */
export async function tabTo(target: Locator): Promise<void> {
  const page = target.page()
  await target.waitFor({ state: 'attached' })
  for (let step = 0; step < furthest; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}
