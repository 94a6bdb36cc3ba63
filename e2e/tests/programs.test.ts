import { expect, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const

test('a program: set after a refusal, joined, named to its owner, left without a trace, and joined again by undoing', async ({
  browser,
}) => {
  const manager = await openScreen(browser, { name: 'set-program', path: '/{slug}/programs/new', as: 'manager' }, look)
  const title = manager.getByLabel('Nom', { exact: true })
  await title.fill('Des gammes de soudage à voix haute')
  await manager.getByLabel('Budget').fill('trop')
  const save = manager.getByRole('button', { name: 'Ouvrir ce programme' })
  await save.press('Enter')
  await expect(manager.getByLabel('Budget')).toHaveAttribute('aria-invalid', 'true')
  await expect(title).toHaveValue('Des gammes de soudage à voix haute')
  await manager.getByLabel('Budget').fill('1 500,50')
  await save.press('Enter')
  await expect(manager.getByRole('heading', { level: 1, name: 'Des gammes de soudage à voix haute' })).toBeVisible()
  await expect(manager.getByText('Personne n’y participe encore.')).toBeVisible()

  const employee = await openScreen(browser, { name: 'program', path: new URL(manager.url()).pathname, as: 'employee' }, look)
  await employee.getByRole('checkbox').first().press('Space')
  await employee.getByRole('button', { name: 'Participer' }).press('Enter')
  await expect(employee.getByText('Vous participez à ce programme.')).toBeVisible()
  await expect(employee.getByRole('checkbox').first()).toBeChecked()
  await expect(employee.getByText('Budget')).toHaveCount(0)
  const row = manager.getByRole('row', { name: /Rosalind Okafor/ })
  await manager.reload()
  await expect(row).toContainText('Participe')

  await employee.getByRole('button', { name: 'Se retirer' }).press('Enter')
  await expect(employee.getByRole('button', { name: 'Participer' })).toBeVisible()
  await manager.reload()
  await expect(manager.getByText('Personne n’y participe encore.')).toBeVisible()
  await expect(row).toHaveCount(0)
  await employee.keyboard.press('u')
  await expect(employee.getByText('Vous participez à ce programme.')).toBeVisible()
  await expect(employee.getByRole('checkbox').first()).toBeChecked()

  // Its figures of any days, and as of any day: in the address.
  await manager.getByRole('button', { name: 'Période : Depuis le début du programme' }).click()
  await manager.getByRole('menuitem', { name: 'L’année dernière' }).click()
  await expect(manager.getByText('le programme n’avait pas commencé')).toBeVisible()
  await manager.getByRole('button', { name: 'tel que maintenant' }).click()
  await manager.getByLabel('Tel qu’enregistré à la fin du').fill('2020-02-29')
  await manager.getByLabel('Tel qu’enregistré à la fin du').press('Enter')
  await expect(manager.getByText('Tel qu’enregistré au 29 février 2020.')).toBeVisible()
  await expect(manager).toHaveURL(/period=last-year&asOf=2020-02-29/)
  await manager.getByRole('button', { name: 'Revenir à maintenant' }).click()

  await manager.getByRole('button', { name: 'Ranger' }).press('Enter')
  await expect(manager.getByText('Ce programme est rangé')).toBeVisible()
  await manager.context().close()
  await employee.context().close()
})
