import { expect, type Page, test } from '@playwright/test'
import { tabTo } from '../keyboard.ts'
import { openScreen } from '../open-screen.ts'
import { expectSound } from '../sound.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const

const address = (page: Page) => new URL(page.url()).searchParams

test('an executive changes the period, the series and the measure, opens the stories of a mark, comes back, and reads the page of another day', async ({
  browser,
}) => {
  const page = await openScreen(browser, { name: 'impact', path: '/{slug}/impact', as: 'executive' }, look)
  const main = page.getByRole('main')

  // Another period: the page stays while its figures come.
  await page.getByRole('button', { name: /^Période/ }).press('Enter')
  await page.getByRole('menuitem', { name: 'Douze derniers mois' }).press('Enter')
  await expect(main.getByText(/^Sur douze mois,/)).toBeVisible()
  expect(address(page).get('period')).toBe('last-12-months')

  // By team, by value, week by week.
  const overTime = page.getByRole('region', { name: /après/ })
  for (const name of ['Équipe', 'Valeur', 'Semaine']) await overTime.getByRole('button', { name, exact: true }).press('Enter')
  await expect(page.getByRole('region', { name: 'Semaine après semaine' })).toBeVisible()
  expect(Object.fromEntries(address(page))).toEqual({ period: 'last-12-months', by: 'team', measure: 'value', grain: 'week' })
  await expectSound(page)

  // A mark opens exactly its stories; back, and the page is as it was.
  const waits = page.getByRole('region', { name: 'Le temps de vérifier' })
  const mark = waits.getByRole('button', { name: /^1 jour, \d+/ })
  const count = /, (\d+),/.exec((await mark.getAttribute('aria-label')) ?? '')?.[1]
  await tabTo(waits.getByRole('button', { name: /jours et plus/ }))
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(mark).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Retirer le filtre Vérifié en 1 jour' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: /^\d+ résultats?$/ })).toHaveText(new RegExp(`^${count} résultats?$`))
  await page.goBack()
  await expect(page.getByRole('region', { name: 'Semaine après semaine' })).toBeVisible()

  // What a figure counts, one click away; the same figures as a table.
  await waits.getByRole('button', { name: 'Définition' }).press('Enter')
  const panel = page.getByRole('dialog', { name: 'Le temps de vérifier' })
  await expect(panel).toContainText('Europe/Paris')
  await expectSound(page)
  await page.keyboard.press('Escape')
  await waits.getByRole('button', { name: 'Montrer en tableau' }).press('Enter')
  await expect(waits.getByRole('row', { name: `1 jour ${count}` })).toBeVisible()

  // A filter is added, read as a mark, and taken away.
  await page.getByRole('button', { name: 'Filtres', exact: true }).press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'les deux' }).press('Enter')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Retirer le filtre les deux' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Retirer le filtre les deux' })).toBeHidden()

  // As it stood: says so, and leads back to now.
  await page.getByRole('button', { name: /^tel que/ }).press('Enter')
  await page.getByLabel('Tel qu’enregistré à la fin du').fill('2020-01-31')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Tel qu’enregistré au 31 janvier 2020.')).toBeVisible()
  await expect(main.getByText('Aucun résultat vérifié sur cette période.')).toBeVisible()
  await expectSound(page)
  await page.getByRole('button', { name: 'Revenir à maintenant' }).press('Enter')
  await expect(main.getByText(/^Sur douze mois,/)).toBeVisible()
  await page.context().close()
})
