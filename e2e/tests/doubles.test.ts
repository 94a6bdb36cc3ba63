import { type Browser, expect, type Page, test } from '@playwright/test'
import { tabTo } from '../keyboard.ts'
import { openScreen } from '../open-screen.ts'
import type { Role } from '../sign-in.ts'
import { expectPaneSound, expectSound } from '../sound.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const
const at = 'atelier-valmont'
/** Not in the quarter whose figures other journeys count. */
const day = '2026-05-12'
const open = (browser: Browser, as: Role, path: string) => openScreen(browser, { name: path, path, as, at }, look)
const client = `Phare ${Date.now().toString(36)}`

/** Written as a program would: by somebody else beside a colleague, or begun before. What is looked at here is the second claim. */
async function write(page: Page, procedure: 'log' | 'save', over: Record<string, unknown>): Promise<string> {
  const headers = { 'x-oeuvre-organization': at, origin: new URL(page.url()).origin }
  const get = async (name: string) => (await (await page.request.get(`/api/trpc/${name}`, { headers })).json()).result.data
  const { types } = await get('outcomes.vocabulary')
  const { settings } = await get('organizations.shell')
  const typeId = types.find((type: { code: string }) => type.code === 'client-won').id
  const value = { amount: '1250', currency: settings.reportingCurrency, decimalMark: '.' }
  const outcome = { id: crypto.randomUUID(), typeId, occurredOn: day, value, ...over }
  const answer = await page.request.post(`/api/trpc/outcomes.${procedure}`, { headers, data: { outcome, version: null } })
  expect(answer.status(), await answer.text()).toBe(200)
  return outcome.id
}

async function personOf(page: Page): Promise<string> {
  const answer = await page.request.get('/api/trpc/organizations.shell', { headers: { 'x-oeuvre-organization': at } })
  return (await answer.json()).result.data.person.id
}

test('the same deal, claimed by two: the author is told, the reviewer makes one of them by keyboard, and it counts once', async ({
  browser,
}) => {
  const page = await open(browser, 'employee', '/{slug}')
  const colleague = await open(browser, 'administrator', '/{slug}')
  const contributors = [
    { personId: await personOf(page), role: 'lead', weight: 1 },
    { personId: await personOf(colleague), role: 'support', weight: 1 },
  ]
  await write(colleague, 'log', { subject: `${client.toUpperCase()} Ltd.`, title: `${client} signe`, contributors })

  // While it is typed: the other claim, and why it looks the same.
  await page.goto(`/${at}/outcomes/${await write(page, 'save', {})}/edit`)
  await tabTo(page.getByRole('combobox', { name: 'Pour qui' }))
  await page.keyboard.type(client)
  await tabTo(page.getByRole('textbox', { name: 'Montant' }))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('1200')
  const similar = page.getByRole('region', { name: 'Serait-ce le même résultat' })
  await expect(similar).toContainText(`${client} signe`)
  await expect(similar).toContainText('Même client, montant proche, même jour, des personnes en commun.')
  await expectSound(page)
  await similar.getByRole('button', { name: 'Le même' }).press('Enter')
  await expect(similar).toContainText('Vous dites que c’est le même.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Envoyé.' })).toBeFocused()
  await expect(similar).toContainText('Vous dites que c’est le même.')

  // Side by side, and one of them, by keyboard; undone, and done again.
  const manager = await open(browser, 'manager', '/{slug}/review')
  const rows = manager
    .getByRole('list', { name: 'Relecture' })
    .getByRole('listitem')
    .filter({ hasText: new RegExp(client, 'i') })
  const chosen = manager.getByRole('region', { name: 'Le résultat choisi' })
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('doublon possible')
  const links = manager.getByRole('list', { name: 'Relecture' }).getByRole('link')
  const place = (await links.allTextContents()).findIndex((title) => title.includes(client))
  for (let step = 1; step <= place; step++) {
    await manager.keyboard.press('j')
    await expect(links.nth(step)).toBeFocused()
  }
  await expect(chosen.getByText('Peut-être le même résultat.')).toBeVisible()
  await expect(chosen).toContainText('dit que c’est le même.')
  await expectPaneSound(manager)
  const merge = async () => {
    await manager.keyboard.press('m')
    await expect(manager.getByRole('dialog', { name: 'Partager le crédit' })).toBeVisible()
    await expect(manager.getByRole('button', { name: 'Réunir' })).toBeFocused()
    await manager.keyboard.press('Enter')
    await expect(rows).toHaveCount(1)
  }
  await merge()
  await manager.keyboard.press('u')
  await expect(rows).toHaveCount(2)
  await expect(chosen.getByText('Peut-être le même résultat.')).toBeVisible()
  await merge()
  await expect(chosen.getByText('Peut-être le même résultat.')).toBeHidden()
  await expect(chosen.getByRole('heading', { name: `${client} signe` })).toBeVisible()
  await manager.keyboard.press('v')
  await expect(rows).toHaveCount(0)

  // Counted once, and the claim that ended leads to it.
  await manager.goto(`/${at}/outcomes?q=${encodeURIComponent(client)}`)
  await expect(manager.getByRole('link', { name: `${client} signe` })).toHaveCount(1)
  await page.getByRole('link', { name: 'Le lire' }).press('Enter')
  await expect(page.getByText('Réuni à un autre résultat.')).toBeVisible()
  await page.getByRole('link', { name: 'Lire celui qui demeure' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `${client} signe` })).toBeVisible()
  for (const one of [page, colleague, manager]) await one.context().close()
})
