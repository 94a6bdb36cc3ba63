import { expect, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'
import { expectSound } from '../sound.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const
const path = '/{slug}/accounts'

test('an account, by keyboard alone: recognised, agreed to, shown, withdrawn, taken back, erased', async ({ browser }) => {
  const page = await openScreen(browser, { name: 'accounts', path, as: 'employee' }, look)
  const colleague = await openScreen(browser, { name: 'accounts', path, as: 'manager' }, look)
  const shown = colleague.getByRole('link', { name: '@valmont_journey' })
  const field = page.getByLabel('Adresse de votre profil')
  await field.focus()

  await page.keyboard.type('https://x.com/valmont_journey/status/1050118621198921728')
  await expect(page.getByText('mène à une page, pas à un profil')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter') // "register x.com/valmont_journey instead"
  await expect(page.getByText('X · @valmont_journey')).toBeVisible()
  await field.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Un compte ne s’inscrit qu’avec votre accord.')).toBeVisible()

  await page.keyboard.press('Tab') // what it is for
  await page.keyboard.press('Tab') // who sees it: nobody else, unless one says so
  await expect(page.getByRole('radio', { name: 'Moi uniquement' })).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Toute l’organisation' })).toBeChecked()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')

  const own = page.getByRole('list', { name: 'Mes comptes' }).getByRole('listitem').filter({ hasText: '@valmont_journey' })
  await expect(own).toContainText('visible de toute l’organisation')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')
  await colleague.reload()
  await expect(shown).toBeVisible()

  await expect(own).toContainText('sans autre signe depuis')
  await own.getByRole('button', { name: /^Je m’en suis servi.*@valmont_journey/ }).press('Enter')
  await expect(own).toContainText('vous vous en êtes servi le')
  await own.getByRole('button', { name: 'Accord et historique de X · @valmont_journey' }).press('Enter')
  await expect(own.getByRole('list', { name: 'Ce que vous avez décidé, et quand' })).toContainText('Accord donné')
  await expectSound(page)

  await own.getByRole('button', { name: 'Retirer X · @valmont_journey' }).press('Enter')
  await expect(own).toContainText('Il n’est plus visible que de vous')
  await colleague.reload()
  await expect(colleague.getByRole('table').first()).toBeVisible()
  await expect(shown).toBeHidden()

  await page.keyboard.press('u')
  await expect(own).toContainText('visible de toute l’organisation')
  await own.getByRole('button', { name: 'Retirer X · @valmont_journey' }).press('Enter')
  await own.getByRole('button', { name: 'Effacer maintenant' }).press('Enter')
  await own.getByRole('button', { name: 'Effacer', exact: true }).press('Enter')
  await expect(own).toBeHidden()
  await page.context().close()
  await colleague.context().close()
})

test('one’s own page lists one’s own accounts, and nobody else’s does', async ({ browser }) => {
  const rosalind = { name: 'person', path: '/{slug}/people?q=Rosalind', first: '/people/' }
  for (const [as, seen] of [
    ['employee', 1],
    ['manager', 0],
  ] as const) {
    const page = await openScreen(browser, { ...rosalind, as }, look)
    await expect(page.getByRole('heading', { level: 1, name: 'Rosalind Okafor' })).toBeVisible()
    const own = page.getByRole('list', { name: 'Mes comptes' }).getByRole('listitem').filter({ hasText: 'in/rosalind-okafor' })
    await expect(own).toHaveCount(seen)
    await page.context().close()
  }
})

test('a session that ended meanwhile keeps what was pasted', async ({ browser }) => {
  const page = await openScreen(browser, { name: 'accounts', path, as: 'employee' }, look)
  await page.getByLabel('Adresse de votre profil').fill('https://github.com/valmont-ended')
  await page.getByLabel('J’accepte, pour ce compte.').check()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Inscrire ce compte' }).click()
  await expect(page.getByRole('dialog', { name: 'Votre session est terminée' })).toBeVisible()
  await expect(page.locator('input[inputmode=url]')).toHaveValue('https://github.com/valmont-ended')
  await page.context().close()
})
