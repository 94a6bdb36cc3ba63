import { expect, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const

test('a link: made after a refusal, copied, followed by somebody who is nobody here, withdrawn kindly and taken back', async ({
  browser,
}) => {
  const page = await openScreen(browser, { name: 'links', path: '/{slug}/links', as: 'employee' }, look)
  const destination = page.getByLabel('Quelle page partagez-vous')
  await destination.fill('https://ailleurs.example/prix')
  await page.getByRole('combobox', { name: 'Où la partagez-vous' }).click()
  await page.getByRole('option', { name: /LinkedIn · / }).click()
  await page.getByLabel('Votre mot pour le retrouver').fill('Fiche des pompes')
  const make = page.getByRole('button', { name: 'Faire le lien' })
  await make.press('Enter')
  await expect(page.getByText('Ce site n’est pas parmi les domaines')).toBeVisible()
  await destination.fill('www.atelier-valmont.example/pompes')
  await make.press('Enter')
  const address = page.getByLabel('Lien à copier')
  await expect(address).toHaveValue(/\/l\/[a-z2-9]{10}$/)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copier le lien' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Copié' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await address.inputValue())
  await expect(page.getByRole('img', { name: /Code QR/ })).toBeVisible()
  await expect(page.getByLabel('Phrase à copier')).toHaveValue('Je travaille chez Atelier Valmont.')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'QR en PNG' }).click()])
  expect(download.suggestedFilename()).toMatch(/^lien-[a-z2-9]{10}\.png$/)

  const visitor = await browser.newContext({ locale: 'fr-FR' })
  const link = await address.inputValue()
  const follow = async () => {
    const answer = await visitor.request.get(link, { maxRedirects: 0, headers: { 'accept-language': 'fr-FR,fr;q=0.9' } })
    return [answer.status(), answer.headers().location ?? (await answer.text())] as const
  }
  expect(await follow()).toEqual([302, expect.stringMatching(/^https:\/\/www\.atelier-valmont\.example\/pompes\?utm_source=linkedin&/)])

  await page.getByRole('link', { name: 'Fiche des pompes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Fiche des pompes' })).toBeVisible()
  await page.getByRole('button', { name: 'Retirer le lien' }).press('Enter')
  await expect(page.getByText('Vous l’avez retiré.')).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByText('Vous l’avez retiré.')).toHaveCount(0)
  await page.getByRole('button', { name: 'Retirer le lien' }).press('Enter')
  await expect(page.getByText('Vous l’avez retiré.')).toBeVisible()
  await page.goto(page.url())
  await expect(page.getByRole('heading', { level: 1, name: 'Fiche des pompes' })).toBeVisible()
  expect(await follow()).toEqual([410, expect.stringContaining('<html lang="fr">')])
  await page.goto(page.url().replace(/[^/]+$/, 'nowhere'))
  await expect(page.getByRole('heading', { name: 'Cette page n’existe pas' })).toBeVisible()
  await visitor.close()
  await page.context().close()
})
