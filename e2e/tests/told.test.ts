import { readFileSync } from 'node:fs'
import { received } from '@oeuvre/api/testing/mailbox'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'
import { mailFile, port } from '../server.ts'
import type { Role } from '../sign-in.ts'
import { expectSound } from '../sound.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const
const at = 'atelier-valmont'
const open = (browser: Browser, as: Role, path: string) => openScreen(browser, { name: path, path, as, at }, look)
const title = `Passerelle ${Date.now().toString(36)}`

async function ask(page: Page, name: string, input?: unknown) {
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
  const answer = await page.request.get(`/api/trpc/${name}${query}`, { headers: { 'x-oeuvre-organization': at } })
  return (await answer.json()).result.data
}

/** The reader of this page logs a result and names somebody beside them. */
async function name(page: Page, personId: string): Promise<string> {
  const { types } = await ask(page, 'outcomes.vocabulary')
  const { person } = await ask(page, 'organizations.shell')
  const contributors = [
    { personId: person.id, role: 'lead', weight: 1 },
    { personId, role: 'shadow', weight: 1 },
  ]
  // Not in the quarter whose figures other journeys count.
  const outcome = { id: crypto.randomUUID(), typeId: types[0].id, occurredOn: '2026-05-12', title, subject: `${title} SA`, contributors }
  const headers = { 'x-oeuvre-organization': at, origin: new URL(page.url()).origin }
  const answer = await page.request.post('/api/trpc/outcomes.log', { headers, data: { outcome, version: null } })
  expect(answer.status(), await answer.text()).toBe(200)
  return outcome.id
}

function mailsAbout(words: string) {
  const lines = readFileSync(mailFile(port), 'utf8').split('\n').filter(Boolean)
  const mails = lines.map((line) => JSON.parse(line) as { to: string; source: string }).map(({ to, source }) => received(to, source))
  return mails.filter((mail) => mail.part('text/plain').includes(words))
}

test('named by another, somebody sees it come without reloading, opens it, has it by mail, and ends such mail with the link under it', async ({
  browser,
}) => {
  const reader = await open(browser, 'employee', '/{slug}/notices/preferences')
  const { person } = await ask(reader, 'organizations.shell')
  // At night nothing would go out.
  await reader.getByRole('checkbox', { name: 'Avoir des heures calmes' }).uncheck()
  await expect(reader.getByText('Choix enregistré')).toBeVisible()
  await reader.getByRole('button', { name: /Annuler/ }).click()
  await expect(reader.getByRole('checkbox', { name: 'Avoir des heures calmes' })).toBeChecked()
  await reader.getByRole('checkbox', { name: 'Avoir des heures calmes' }).uncheck()
  await expect.poll(async () => (await ask(reader, 'notifications.preferences')).preferences.quietFrom).toBeNull()

  await reader.getByRole('link', { name: /^Notifications/ }).click()
  await expect(reader.getByRole('heading', { level: 1, name: 'Notifications' })).toBeVisible()
  const line = reader.getByRole('listitem').filter({ hasText: title })
  await expect(line).toHaveCount(0)

  const other = await open(browser, 'manager', '/{slug}')
  const id = await name(other, person.id)
  await expect(line).toContainText('vous cite dans')
  await expect(line).toContainText('Non lue')
  // Other journeys tell the same person of other things meanwhile.
  const badge = reader.getByRole('link', { name: /^Notifications/ })
  const unread = async () => String((await ask(reader, 'notifications.unread')).count)
  await expect.poll(async () => (await badge.textContent())?.endsWith(await unread())).toBe(true)
  for (const width of [390, 1280]) {
    await reader.setViewportSize({ width, height: 900 })
    await expectSound(reader)
  }
  await line.getByRole('link', { name: title }).click()
  await expect(reader).toHaveURL(new RegExp(id))
  await reader.goBack()
  await expect(line).toHaveCount(1)
  await expect(line).not.toContainText('Non lue')

  await expect.poll(() => mailsAbout(title).length).toBe(1)
  const [mail] = mailsAbout(title)
  const link = /https?:\S+\/unsubscribe\/\S+/.exec(mail?.part('text/plain') ?? '')?.[0] ?? ''
  const anybody = await (await browser.newContext({ locale: 'fr-FR' })).newPage()
  await anybody.goto(link)
  await expect(anybody.getByText('Être cité')).toBeVisible()
  await expectSound(anybody)
  await anybody.getByRole('button', { name: 'Arrêter ces courriels' }).click()
  await expect(anybody.getByRole('heading', { name: 'C’est fait' })).toBeVisible()
  const { preferences } = await ask(reader, 'notifications.preferences')
  expect(preferences.choices.named).toEqual({ app: true, mail: 'never' })
  for (const page of [reader, other, anybody]) await page.context().close()
})
