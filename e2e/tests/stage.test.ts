import { expect, test } from '@playwright/test'
import { chooseForm } from '../forms.ts'
import { openScreen } from '../open-screen.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const
const title = 'La régie de Bilbao change de tension'

test('asked for their consent, somebody agrees without their name, takes it back, and is never named', async ({ browser }) => {
  const employee = await openScreen(browser, { name: 'stage', path: '/{slug}/stage', as: 'employee' }, look)
  await expect(employee.getByText(`propose de mettre à la une « ${title} »`)).toBeVisible()
  await employee.getByRole('link', { name: 'Lire et répondre' }).press('Enter')
  await expect(employee.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const people = employee.getByRole('complementary', { name: 'Ceux qui l’ont fait' })
  await expect(people.getByText('Rosalind Okafor')).toBeVisible()
  await employee.getByRole('radio', { name: 'Oui, sans mon nom' }).press('Space')
  await expect(people.getByText('une personne qui préfère ne pas être nommée')).toBeVisible()
  await expect(people.getByText('Rosalind Okafor')).toHaveCount(0)

  const manager = await openScreen(browser, { name: 'stage', path: '/{slug}/stage', as: 'manager' }, look)
  const mine = manager.getByRole('region', { name: 'Ce que vous avez choisi' })
  await expect(mine).toContainText('2 réponses sur 3')
  await employee.getByRole('radio', { name: 'Non', exact: true }).press('Space')
  await expect(employee.getByText('Tout le monde n’est pas d’accord', { exact: false }).first()).toBeVisible()
  await manager.reload()
  await expect(mine).toContainText('Tout le monde n’est pas d’accord')
  await expect(mine).not.toContainText('Rosalind')

  // Taken off the stage with a reason, and put back by undoing.
  await manager.goto(new URL(employee.url()).pathname)
  await manager.getByRole('button', { name: 'Retirer de la une' }).press('Enter')
  await manager.getByLabel('Pourquoi ?').fill('On en reparlera.')
  await manager
    .getByRole('complementary', { name: 'Ceux qui l’ont fait' })
    .getByRole('button', { name: 'Retirer de la une' })
    .last()
    .press('Enter')
  await expect(manager.getByText('Cette histoire n’est plus à la une.')).toBeVisible()
  await manager.keyboard.press('u')
  await expect(manager.getByText('Cette histoire n’est plus à la une.')).toHaveCount(0)
  await manager.context().close()
  await employee.context().close()
})

test('a verified result is put on stage by one key; a story is taken along as a picture', async ({ browser }) => {
  const form = await chooseForm()
  const outcome = { name: 'outcome', path: form.replace('/stage/choose/', '/outcomes/'), as: 'executive' } as const
  const page = await openScreen(browser, outcome, look)
  await expect(page.getByRole('link', { name: 'Mettre à la une' })).toBeVisible()
  await page.keyboard.press('s')
  await expect(page).toHaveURL(/\/stage\/choose\//)
  await page.getByRole('button', { name: 'Consulter les personnes citées' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Pourquoi cette histoire' })).toHaveAttribute('aria-invalid', 'true')

  await page.goto(`${new URL(page.url()).pathname.split('/stage')[0]}/stage?all=1`)
  await page.locator('main a[href*="/stage/"]').first().press('Enter')
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Carte en image' }).press('Enter')])
  expect(file.suggestedFilename()).toMatch(/^a-la-une-\d{4}-\d\d-\d\d\.png$/)
  await page.context().close()
})
