import { expect, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const

test('thanks take words, are taken back and said again; a manager’s words are refused as a formula, said, and taken back before anybody heard', async ({
  browser,
}) => {
  const page = await openScreen(browser, { name: 'found', path: '/{slug}/outcomes?q=pompe%20chantait', as: 'employee' }, look)
  await page.getByRole('link', { name: 'La pompe qui chantait' }).first().click()
  await page.getByRole('button', { name: 'Remercier' }).press('Enter')
  const words = page.getByRole('textbox', { name: 'Votre merci' })
  await expect(words).toBeFocused()
  await words.fill('Merci beaucoup 👏')
  const send = page.locator('#thanks').getByRole('button', { name: 'Remercier' })
  await send.press('Enter')
  await expect(page.getByText('Dites ce que cette personne a fait')).toBeVisible()
  await words.fill('Vous avez écouté onze secondes là où j’aurais changé la pompe.')
  await page.getByRole('checkbox', { name: 'En privé' }).press('Space')
  await expect(page.getByRole('button', { name: 'Inès Gharbi' })).toHaveAttribute('aria-pressed', 'false')
  await send.press('Enter')
  const said = page.getByRole('listitem').filter({ hasText: 'Vous avez écouté onze secondes' })
  await expect(said).toContainText('en privé')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('u')
  await expect(said).toHaveCount(0)

  const manager = await openScreen(browser, { name: 'people', path: '/{slug}/people?q=Rosalind', as: 'manager' }, look)
  await manager.getByRole('main').getByRole('link', { name: 'Rosalind Okafor' }).click()
  await manager.getByRole('link', { name: 'Reconnaître un travail' }).press('Enter')
  await manager.getByRole('checkbox', { name: /Papeteries du Lys/ }).press('Space')
  await expect(manager.getByText('il y a plus d’un an')).toBeVisible()
  const reason = manager.getByRole('textbox', { name: 'Pourquoi' })
  await reason.fill('Bravo !')
  await manager.getByRole('button', { name: 'Le dire' }).press('Enter')
  await expect(reason).toHaveAttribute('aria-invalid', 'true')
  await reason.fill('Vous avez relu la norme avant que le client ne la demande.')
  await manager.getByRole('button', { name: 'Le dire' }).press('Enter')
  const given = manager.getByRole('listitem').filter({ hasText: 'Vous avez relu la norme' })
  await expect(given).toContainText('Les autres ne le voient pas encore')
  await given.getByRole('button', { name: 'Reprendre' }).press('Enter')
  await expect(given).toHaveCount(0)
  await page.context().close()
  await manager.context().close()
})
