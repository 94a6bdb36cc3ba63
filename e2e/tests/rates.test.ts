import { expect, type Page, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'

const wide = { width: 1280, language: 'fr', theme: 'light' } as const
const list = (text: string) => ({ name: 'cours.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
const section = (page: Page, name: string) => page.getByRole('region', { name })

test('rates: a file is refused with its line, another is read; one is typed, taken back, and stands again', async ({ browser }) => {
  const page = await openScreen(browser, { name: 'rates', path: '/{slug}/admin/rates', as: 'administrator' }, wide)
  const file = page.locator('input[type=file]')
  await file.setInputFiles(list('jour;devise;taux\n2026-01-31;XPF;mille\n'))
  await expect(section(page, 'Charger un fichier').getByRole('alert')).toContainText('Ligne 2')
  await expect(section(page, 'Cours connus').getByRole('rowheader', { name: /XPF/ })).toHaveCount(0)
  await file.setInputFiles(list('jour;devise;taux\n2026-01-31;XPF;119,331742\n'))
  await expect(section(page, 'Charger un fichier').getByRole('status')).toContainText('1 cours ajouté')
  await expect(section(page, 'Cours connus').getByText('119,331742')).toBeVisible()

  const typed = section(page, 'Cours saisis')
  await typed.getByRole('combobox', { name: 'Devise' }).fill('KMF')
  await page.getByRole('option', { name: /KMF/ }).click()
  await typed.getByLabel('Pour un euro').fill('491,96775')
  await typed.getByRole('button', { name: 'Ajouter ce cours' }).click()
  await expect(typed.getByRole('cell', { name: '491,96775' })).toBeVisible()
  await typed.getByRole('button', { name: /Retirer le cours KMF/ }).click()
  await expect(typed.getByRole('cell', { name: '491,96775' })).toHaveCount(0)
  await page.getByRole('button', { name: /Annuler/ }).click()
  await expect(typed.getByRole('cell', { name: '491,96775' })).toBeVisible()
  await page.context().close()
})

test('a period is closed as reported, taken back at once, closed again and reopened with a reason', async ({ browser }) => {
  const path = '/{slug}/impact?period=month:2026-02'
  const page = await openScreen(browser, { name: 'closing', path, as: 'executive' }, wide)
  const closing = section(page, 'Chiffres communiqués')
  await closing.getByLabel(/Mention/).fill('Conseil de mars')
  await closing.getByRole('button', { name: 'Clore cette période' }).click()
  await expect(closing).toContainText('Depuis, rien n’a changé.')
  await expect(closing).toContainText('Conseil de mars')
  await page.getByRole('button', { name: /Annuler/ }).click()
  await expect(closing).toContainText('Clôture annulée aussitôt.')
  await closing.getByRole('button', { name: 'Clore cette période' }).click()
  await closing.getByRole('button', { name: 'Rouvrir la période' }).click()
  await closing.getByLabel('Pourquoi').fill('Un résultat manquait.')
  await closing.getByRole('button', { name: 'Rouvrir', exact: true }).click()
  await expect(closing.getByRole('listitem').first()).toContainText('Un résultat manquait.')
  await expect(closing.getByRole('button', { name: 'Clore cette période' })).toBeVisible()
  await page.context().close()
})
