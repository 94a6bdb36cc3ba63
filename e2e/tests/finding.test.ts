import { type Browser, expect, type Page, test } from '@playwright/test'
import { tabTo } from '../keyboard.ts'
import { openScreen } from '../open-screen.ts'
import type { Role } from '../sign-in.ts'
import { expectSound } from '../sound.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const
const at = 'atelier-valmont'
const open = (browser: Browser, as: Role, path: string) => openScreen(browser, { name: path, path, as, at }, look)
const stamp = Date.now().toString(36)

async function shellOf(page: Page) {
  const answer = await page.request.get('/api/trpc/organizations.shell', { headers: { 'x-oeuvre-organization': at } })
  return (await answer.json()).result.data as { person: { id: string; name: string } }
}

/** Logged as a program would: what is looked at here is what is said of it afterwards. */
async function log(page: Page, title: string): Promise<string> {
  const headers = { 'x-oeuvre-organization': at, origin: new URL(page.url()).origin }
  const vocabulary = await page.request.get('/api/trpc/outcomes.vocabulary', { headers })
  const { types } = (await vocabulary.json()).result.data as { types: { id: string; code: string }[] }
  const typeId = types.find((type) => type.code === 'hire-made')?.id
  const id = crypto.randomUUID()
  const outcome = { id, typeId, title, subject: `Chantier ${stamp}`, occurredOn: '2026-05-12' }
  const answer = await page.request.post('/api/trpc/outcomes.log', { headers, data: { outcome, version: null } })
  expect(answer.status(), await answer.text()).toBe(200)
  return id
}

async function isSound(page: Page): Promise<void> {
  await expectSound(page)
}

test('a comment names a colleague, who finds the story by the beginning of a word of it and shares the view; whoever may not read it finds nothing', async ({
  browser,
}) => {
  const title = `Embauche ${stamp}`
  const page = await open(browser, 'employee', '/{slug}')
  const manager = await open(browser, 'manager', '/{slug}')
  const { person } = await shellOf(manager)

  // By keyboard: an @, the beginning of a name, Enter; Ctrl and Enter send. What is half written survives a reload.
  await page.goto(`/${at}/outcomes/${await log(page, title)}`)
  const field = page.getByRole('textbox', { name: 'Écrire un commentaire' })
  await tabTo(field)
  await page.keyboard.type(`Règlementé${stamp}, @${person.name.slice(0, 3).toLowerCase()}`)
  await expect(page.getByRole('option', { name: person.name })).toHaveAttribute('data-combobox-selected', 'true')
  await isSound(page)
  await page.keyboard.press('Enter')
  await page.keyboard.type('regarde.')
  await page.reload()
  await expect(field).toHaveValue(`Règlementé${stamp}, @${person.name} regarde.`)
  await tabTo(field)
  await page.keyboard.press('Control+Enter')
  const said = page.getByRole('listitem').filter({ hasText: `Règlementé${stamp}` })
  await expect(said.getByRole('link', { name: person.name })).toBeVisible()
  await expect(field).toHaveValue('')

  // The colleague: no accents, the word unfinished. Marked where it stands.
  await manager.goto(`/${at}/outcomes`)
  await manager.getByRole('searchbox').fill(`reglemente${stamp.slice(0, -1)}`)
  const results = manager.getByRole('list', { name: 'Résultats' }).getByRole('listitem')
  await expect(results).toHaveCount(1)
  await expect(results).toContainText(title)
  await expect(results).toContainText('En commentaire')
  await expect(results.locator('mark')).toHaveText(`Règlementé${stamp}`)
  for (const width of [390, 1280]) {
    await manager.setViewportSize({ width, height: 900 })
    await isSound(manager)
  }

  // Kept under a name, for everybody.
  await manager.getByRole('button', { name: 'Garder cette vue' }).click()
  await manager.keyboard.type(`Vue ${stamp}`)
  await manager.getByRole('radio', { name: 'Tout le monde' }).check()
  await isSound(manager)
  await manager.keyboard.press('Enter')
  await expect(manager.getByRole('button', { name: `Vue ${stamp}` }).first()).toBeVisible()

  await page.goto(`/${at}/outcomes`)
  await page.getByRole('button', { name: 'Vues' }).click()
  await page.getByRole('menuitem', { name: `Vue ${stamp}` }).click()
  await expect(page).toHaveURL(/q=reglemente/)
  const shared = page.getByRole('list', { name: 'Résultats' }).getByRole('listitem')
  await expect(shared).toHaveCount(1)
  await expect(shared).toContainText(title)

  // The same view, for somebody who may read neither the comments nor what waits.
  const stranger = await open(browser, 'executive', `/${at}/outcomes`)
  await stranger.getByRole('button', { name: 'Vues' }).click()
  await stranger.getByRole('menuitem', { name: `Vue ${stamp}` }).click()
  await expect(stranger.getByRole('heading', { name: 'Rien ne répond à ces mots.' })).toBeVisible()

  // From anywhere: the palette.
  await manager.goto(`/${at}`)
  await expect(manager.getByRole('heading', { level: 1 })).toBeVisible()
  await manager.keyboard.press('Control+k')
  await expect(manager.getByRole('dialog').getByRole('textbox')).toBeFocused()
  await manager.keyboard.type(`embauche ${stamp}`)
  await expect(manager.getByRole('button', { name: new RegExp(title) })).toBeVisible()
  await isSound(manager)
  // First comes the search itself, wherever the results are; then each of them.
  await manager.keyboard.press('ArrowDown')
  await manager.keyboard.press('Enter')
  await expect(manager.getByRole('heading', { level: 1, name: title })).toBeVisible()
})
