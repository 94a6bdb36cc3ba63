import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'

const screen = { name: 'imports', path: '/{slug}/admin/imports', as: 'administrator' } as const
const [wide, narrow] = [
  { width: 1280, language: 'fr', theme: 'light' },
  { width: 390, language: 'en', theme: 'dark' },
] as const

const people = `matricule;nom_complet;courriel;equipe;responsable
J-1;Ondine Marchetti;o.marchetti@journey.example;Journey;J-2
J-2;Basile Ferrand;;Journey;
J-3;Sans Adresse;pas une adresse;Journey;J-2
`
/** The days of this file can be read two ways, and so can its amounts. */
const deals = `Deal ID;Client;Stage;Closed;Amount;Owner;Source
J-100;Verrerie du Nord;Won;03/04/2024;1.234;Ondine Marchetti;social
J-101;Scierie Bonnard;Zombie;05/06/2024;2.500;Ondine Marchetti;salon
J-102;Atelier Perdu;Lost;05/06/2024;;Ondine Marchetti;
J-103;Personne ne sait;Won;07/08/2024;10;Quelqu’un d’autre;
`

async function send(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

async function expectNothingForAxe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}

test('people, then deals: recognised, asked about, tried, imported, undone', async ({ browser }) => {
  const page = await openScreen(browser, screen, wide)
  const next = (name: string) => page.getByRole('button', { name }).press('Enter')

  await send(page, 'équipe.csv', people)
  await expect(page.getByRole('heading', { level: 1, name: 'Importer des personnes' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Ondine Marchetti' })).toBeVisible()
  await expectNothingForAxe(page)
  await next('Continuer avec les colonnes')
  await expect(page.getByRole('textbox', { name: 'Ce que devient la colonne courriel' })).toHaveValue('Courriel')
  await expectNothingForAxe(page)
  await next('Lancer l’essai à blanc')
  await expect(page.getByRole('cell', { name: 'pas une adresse' })).toBeVisible()
  await expectNothingForAxe(page)
  await next('Importer 2 lignes')
  await expect(page.getByText('Import terminé')).toBeVisible()
  await expectNothingForAxe(page)

  await page.getByRole('link', { name: 'Importer un autre fichier' }).press('Enter')
  await page.getByText('Affaires du CRM', { exact: true }).first().click()
  await send(page, 'affaires.csv', deals)
  await next('Continuer avec les colonnes')
  const start = page.getByRole('button', { name: 'Lancer l’essai à blanc' })
  await expect(start).toBeDisabled()
  await page.getByRole('radio', { name: '3 avril 2024 (jour d’abord)' }).check({ force: true })
  await page.getByRole('radio', { name: /^1.234$/ }).check({ force: true })
  await page.getByRole('textbox', { name: 'Ce que veut dire l’étape Zombie' }).press('Enter')
  await page.getByRole('option', { name: 'Ignorée' }).click()
  await page.getByRole('textbox', { name: 'Devise des montants' }).fill('USD')
  await page.getByRole('option', { name: /^USD/ }).click()
  await expectNothingForAxe(page)
  await start.press('Enter')
  await expect(page.getByRole('cell', { name: 'Quelqu’un d’autre' })).toBeVisible()
  await next('Importer 1 ligne')
  await expect(page.getByText('Import terminé')).toBeVisible()
  const address = page.url()

  // A closed tab changes nothing: the report is at its address.
  const again = await openScreen(browser, { ...screen, path: new URL(address).pathname }, narrow)
  await expect(again.getByText('Import done')).toBeVisible()
  await expectNothingForAxe(again)
  await again.context().close()

  await next('Annuler cet import')
  await expect(page.getByText('Tout a été repris.')).toBeVisible()
  await page.context().close()
})

test('a workbook named .csv is refused beside the place for files, in words', async ({ browser }) => {
  const page = await openScreen(browser, screen, narrow)
  const workbook = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])
  await page.locator('input[type=file]').setInputFiles({ name: 'deals.csv', mimeType: 'text/csv', buffer: workbook })
  await expect(page.getByRole('alert').getByText('deals.csv was not taken.')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('Excel workbook')
  await expectNothingForAxe(page)
  await page.context().close()
})
