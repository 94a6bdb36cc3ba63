import { expect, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'
import { baseUrl } from '../server.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const

test('one’s own work: over chosen days, without a client, as a text for an interview; somebody who left takes theirs along, once', async ({
  browser,
}) => {
  const page = await openScreen(browser, { name: 'my-work', path: '/{slug}/my-work', as: 'employee' }, look)
  const part = page.getByText('dans l’ombre, 20 % · Stadtwerke Lindenau')
  await expect(part).toBeVisible()
  const withhold = page.getByRole('checkbox', { name: 'Taire les clients' })
  await withhold.press('Space')
  await expect(withhold).toBeChecked()
  await expect(page.getByText('Stadtwerke Lindenau')).toHaveCount(0)
  await withhold.press('Space')
  await expect(part).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Pour un entretien' })).toHaveValue(/La situation\nDepuis la perte de Rheinkraft/)
  const json = page.waitForEvent('download')
  await page.getByRole('button', { name: 'JSON Résumé' }).press('Enter')
  expect((await json).suggestedFilename()).toBe('oeuvre.resume.json')

  const admin = await openScreen(browser, { name: 'left', path: '/{slug}/admin/people?q=Louise&status=left', as: 'administrator' }, look)
  await admin.getByText('Louise Perrot').first().click()
  await admin.getByRole('button', { name: 'Faire ce lien' }).press('Enter')
  const link = await admin.getByRole('textbox', { name: /À remettre/ }).inputValue()
  const stranger = await (await browser.newContext({ baseURL: baseUrl, locale: 'fr-FR' })).newPage()
  await stranger.goto(link)
  await stranger.getByRole('button', { name: 'Ouvrir ce qui est à moi' }).press('Enter')
  await expect(stranger.getByRole('heading', { level: 1, name: 'Louise Perrot' })).toBeVisible()
  const zip = stranger.waitForEvent('download')
  await stranger.getByRole('button', { name: 'Enregistrer (ZIP)' }).press('Enter')
  expect((await zip).suggestedFilename()).toBe('oeuvre.zip')
  await stranger.reload()
  await expect(stranger.getByRole('heading', { level: 1, name: 'Ce lien ne s’ouvre plus' })).toBeVisible()
  for (const one of [page, admin, stranger]) await one.context().close()
})
