import { type Browser, expect, type Page, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'
import type { Role } from '../sign-in.ts'
import { expectPaneSound } from '../sound.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const
const at = 'atelier-valmont'
const open = (browser: Browser, as: Role, path: string) => openScreen(browser, { name: path, path, as, at }, look)
const title = `Écluse ${Date.now().toString(36)}`

async function ask(page: Page, name: string) {
  return (await (await page.request.get(`/api/trpc/${name}`, { headers: { 'x-oeuvre-organization': at } })).json()).result.data
}

async function personOf(page: Page): Promise<{ id: string; name: string }> {
  return (await ask(page, 'organizations.shell')).person
}

/** Claimed by the reader of this page, who names two others with as much as themself. */
async function claim(page: Page, others: readonly { id: string }[]): Promise<string> {
  const { types } = await ask(page, 'outcomes.vocabulary')
  const me = await personOf(page)
  const contributors = [me, ...others].map(({ id }, i) => ({ personId: id, role: i === 0 ? 'lead' : 'shadow', weight: 1 }))
  const typeId = types.find((type: { code: string }) => type.code === 'client-won').id
  // Not in the quarter whose figures other journeys count.
  const outcome = { id: crypto.randomUUID(), typeId, occurredOn: '2026-05-13', title, subject: `${title} SA`, contributors }
  const headers = { 'x-oeuvre-organization': at, origin: new URL(page.url()).origin }
  const answer = await page.request.post('/api/trpc/outcomes.log', { headers, data: { outcome, version: null } })
  expect(answer.status(), await answer.text()).toBe(200)
  return outcome.id
}

async function object(page: Page, key: string, words: string, propose?: () => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: 'Quelque chose ne va pas' }).click()
  const dialog = page.getByRole('dialog', { name: 'Qu’est-ce qui ne va pas' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press(key)
  await expect(dialog.locator('[aria-pressed="true"]')).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Le dire' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Dans vos mots' })).toHaveAttribute('aria-invalid', 'true')
  await dialog.getByRole('textbox', { name: 'Dans vos mots' }).fill(words)
  await propose?.()
  await expectPaneSound(page)
  await dialog.getByRole('button', { name: 'Le dire' }).click()
  await expect(dialog).toBeHidden()
}

/** In the queue: the positions are side by side, and the one seen by somebody is taken, with a reason. */
async function take(manager: Page, mark: string, name: string, words: string): Promise<void> {
  await manager.goto(`/${at}/review`)
  const row = manager.getByRole('list', { name: 'Relecture' }).getByRole('listitem').filter({ hasText: title })
  await expect(row).toContainText(mark)
  await row.getByRole('link').click()
  const seen = manager
    .getByRole('article')
    .filter({ has: manager.getByRole('heading', { name: `Vu par ${name}` }) })
    .last()
  await expect(seen).toBeVisible()
  await expectPaneSound(manager)
  await seen.getByRole('button', { name: 'Retenir ce partage' }).click()
  const dialog = manager.getByRole('dialog', { name: `Retenir le partage vu par ${name}` })
  await dialog.getByRole('textbox', { name: 'Pourquoi' }).fill(words)
  await dialog.getByRole('button', { name: 'Retenir', exact: true }).click()
  await expect(dialog).toBeHidden()
}

test('two are named: one confirms, one sees it otherwise; the reviewer takes a split and verifies, and splits it anew later', async ({
  browser,
}) => {
  const author = await open(browser, 'employee', '/{slug}')
  const executive = await open(browser, 'executive', '/{slug}')
  const administrator = await open(browser, 'administrator', '/{slug}')
  const manager = await open(browser, 'manager', '/{slug}')
  const [lead, one, two] = [await personOf(author), await personOf(executive), await personOf(administrator)]
  const id = await claim(author, [one, two])

  // At home: right, in one gesture; taken back, and right after all.
  await executive.reload()
  const asked = executive.getByRole('list', { name: 'On vous a nommé' }).getByRole('listitem').filter({ hasText: title })
  await expect(asked).toContainText(`${lead.name} vous nomme : dans l’ombre, 1/3`)
  await expectPaneSound(executive)
  await asked.getByRole('button', { name: 'C’est juste' }).click()
  await expect(asked).toHaveCount(0)
  await executive.keyboard.press('u')
  await expect(asked).toHaveCount(1)
  await asked.getByRole('button', { name: 'C’est juste' }).click()
  await expect(asked).toHaveCount(0)

  // On its page: something is wrong, and how it should be.
  await administrator.goto(`/${at}/outcomes/${id}`)
  await expect(administrator.getByRole('heading', { name: 'Vous y êtes nommé. Est-ce juste' })).toBeVisible()
  await object(administrator, '2', 'J’ai tenu le chantier trois semaines.', async () => {
    await administrator.getByRole('button', { name: 'Proposer un autre partage' }).click()
    const share = administrator.getByRole('textbox', { name: `Part : ${two.name}` })
    await share.fill('50')
    await share.press('Enter')
  })
  await expect(administrator.getByText('J’ai tenu le chantier trois semaines.').first()).toBeVisible()

  // The reviewer sees both, takes one, verifies.
  await take(manager, 'partage non réglé', two.name, 'Le planning le confirme.')
  await expect(manager.getByText('Le partage n’est pas réglé.')).toBeHidden()
  await expect(manager.getByText(`Confirmé par ${two.name}.`)).toBeVisible()
  await manager.keyboard.press('v')
  await expect(manager.getByRole('list', { name: 'Relecture' }).getByRole('listitem').filter({ hasText: title })).toHaveCount(0)

  // Later somebody else objects: it stays verified, is questioned, and split anew.
  await executive.goto(`/${at}/outcomes/${id}`)
  await object(executive, '1', 'Je n’étais pas de ce chantier.')
  await take(manager, 'partage contesté', one.name, 'Erreur de nom.')
  await manager.goto(`/${at}/outcomes/${id}`)
  await expect(manager.getByText('Vérifié', { exact: true }).first()).toBeVisible()
  for (const words of ['Le planning le confirme.', 'Je n’étais pas de ce chantier.', 'Erreur de nom.'])
    await expect(manager.getByText(words)).toBeVisible()
  await expect(manager.getByRole('list', { name: 'Ceux qui l’ont fait' })).not.toContainText(one.name)
  const { items } = await ask(manager, `review.questioned`)
  expect(items).toEqual([])
  for (const page of [author, executive, administrator, manager]) await page.context().close()
})
