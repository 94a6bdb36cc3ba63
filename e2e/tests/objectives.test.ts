import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'
import { baseUrl } from '../server.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const

/** A result of a day whose figures no other journey counts, sent by one and verified by the other. */
async function serve(author: Page, decider: Page, objectiveId: string): Promise<void> {
  const headers = { 'x-oeuvre-organization': 'atelier-valmont', origin: baseUrl }
  const vocabulary = await author.request.get('/api/trpc/outcomes.vocabulary', { headers })
  const { types } = (await vocabulary.json()).result.data
  const typeId = types.find((type: { code: string }) => type.code === 'press-or-speaking').id
  const outcome = { id: randomUUID(), typeId, occurredOn: '2026-05-14', title: 'La Gazette des pompes', subject: 'La Gazette', objectiveId }
  const sent = await author.request.post('/api/trpc/outcomes.log', { headers, data: { outcome, version: null } })
  expect(sent.status(), await sent.text()).toBe(200)
  const verified = await decider.request.post('/api/trpc/review.verify', { headers, data: { ids: [{ id: outcome.id, version: 1 }] } })
  expect(verified.status(), await verified.text()).toBe(200)
}

test('an objective: set after a refusal, proposed to a result with its reason, served, put away and taken back', async ({ browser }) => {
  const manager = await openScreen(browser, { name: 'set-objective', path: '/{slug}/objectives/new', as: 'manager' }, look)
  const title = manager.getByLabel('Ce que l’on veut')
  await title.fill('Une presse qui nous cite')
  await manager.getByLabel('Cible', { exact: true }).fill('1,5')
  await manager.getByRole('combobox', { name: 'Types de résultats qui comptent' }).fill('Presse')
  await manager.keyboard.press('ArrowDown')
  await manager.keyboard.press('Enter')
  const save = manager.getByRole('button', { name: 'Fixer cet objectif' })
  await title.press('Enter')
  await expect(manager.getByText('Une cible est un nombre entier de résultats')).toBeVisible()
  await expect(title).toHaveValue('Une presse qui nous cite')
  await manager.getByLabel('Cible', { exact: true }).fill('2')
  await save.click()
  await expect(manager.getByRole('heading', { level: 1, name: 'Une presse qui nous cite' })).toBeVisible()
  const figures = manager.getByRole('list', { name: 'Où il en est' })
  await expect(figures).toContainText('0 % de la cible')

  const employee = await openScreen(browser, { name: 'log', path: '/{slug}/outcomes/new', as: 'employee' }, look)
  await employee.getByRole('radio', { name: 'Presse, tribune' }).press('Space')
  await expect(employee.getByText('Proposé : c’est un objectif de l’équipe Export, et ce genre de résultat est le sien.')).toBeVisible()
  await employee.getByRole('button', { name: 'Une presse qui nous cite' }).press('Enter')
  await expect(employee.getByRole('combobox', { name: 'Ce que cela sert' })).toHaveValue('Une presse qui nous cite')
  await employee.getByRole('button', { name: 'Supprimer ce brouillon' }).click()
  await expect(employee.getByText('Brouillon supprimé.')).toBeVisible()

  await serve(employee, manager, manager.url().split('/').at(-1) ?? '')
  await manager.reload()
  await expect(figures).toContainText('50 % de la cible')
  await expect(manager.getByRole('list', { name: 'Les histoires' })).toContainText('La Gazette des pompes')
  await manager.getByRole('button', { name: 'Ranger' }).press('Enter')
  await expect(manager.getByText('aucun résultat ne peut plus le nommer')).toBeVisible()
  await manager.keyboard.press('u')
  await expect(manager.getByRole('button', { name: 'Ranger' })).toBeVisible()
  await manager.context().close()
  await employee.context().close()
})
