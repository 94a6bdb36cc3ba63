import { readFileSync } from 'node:fs'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { sharedFile } from '../imports.ts'
import { openScreen } from '../open-screen.ts'
import { startSecondServer } from '../second-server.ts'
import type { Role } from '../sign-in.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const
const open = (browser: Browser, as: Role, path: string, at?: string) => openScreen(browser, { name: path, path, as, at }, look)
const tag = Date.now().toString(36)
test.use({ serviceWorkers: 'allow' })

const saved = (page: Page) => page.getByText(/^Enregistré/)

async function fillWhatIsAsked(page: Page, subject: string): Promise<void> {
  await page.getByRole('radio', { name: 'Client gagné' }).press('Space')
  await page.getByRole('combobox', { name: 'Pour qui' }).fill(subject)
  await page.getByRole('radio', { name: 'Aujourd’hui' }).press('Space')
}

test('two reviewers at once: the second learns what the first decided, and keeps what was written', async ({ browser }) => {
  const subject = `À deux ${tag}`
  const author = await open(browser, 'employee', '/{slug}/outcomes/new')
  await fillWhatIsAsked(author, subject)
  await author.keyboard.press('Control+Enter')
  await author.getByRole('link', { name: 'Le lire' }).press('Enter')
  await expect(author.getByText('Attend Samuel Osei')).toBeVisible()
  const path = new URL(author.url()).pathname
  const first = await open(browser, 'manager', path)
  const second = await open(browser, 'manager', path)

  await second.getByRole('button', { name: 'Décliner' }).press('Enter')
  await second.keyboard.press('1')
  const words = second.getByRole('dialog').getByRole('textbox')
  await words.fill('Déjà compté en mai.')
  await first.getByRole('button', { name: 'Vérifier' }).press('Enter')
  await expect(first.getByText('par Samuel Osei, le')).toBeVisible()
  await second.getByRole('dialog').getByRole('button', { name: 'Décliner' }).press('Enter')
  await expect(second.getByRole('dialog')).toContainText('Entre-temps, Samuel Osei a décidé : Vérifié.')
  await expect(words).toHaveValue('Déjà compté en mai.')
  await second.keyboard.press('Escape')
  await expect(second.getByText('par Samuel Osei, le')).toBeVisible()
  for (const page of [author, first, second]) await page.context().close()
})

test('signed out everywhere from elsewhere: what is being written is kept, and goes on once signed in again', async ({ browser }) => {
  const at = 'harrow-and-lane' // nobody else of these journeys is this person
  const page = await open(browser, 'employee', '/{slug}/outcomes/new', at)
  await fillWhatIsAsked(page, `Signal ${tag}`)
  await expect(saved(page)).toBeVisible()
  const elsewhere = await open(browser, 'employee', '/{slug}/me', at)
  await elsewhere.getByRole('button', { name: 'Se déconnecter partout' }).press('Enter')
  await expect(elsewhere).toHaveURL(/\/sign-in/)

  const situation = page.getByRole('textbox', { name: 'La situation' })
  await situation.fill('La voie 3 était fermée.')
  const dialog = page.getByRole('dialog', { name: 'Votre session est terminée' })
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Reprendre comme Kerry O’Malley' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(situation).toHaveValue('La voie 3 était fermée.')
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(situation).toHaveValue('La voie 3 était fermée.')
  for (const one of [page, elsewhere]) await one.context().close()
})

test('the database gone: the page says so, keeps what is typed, and goes on by itself when it is back', async ({ browser }) => {
  const server = await startSecondServer()
  try {
    const context = await browser.newContext({ baseURL: server.url, locale: 'fr-FR' })
    await context.request.post('/api/demo/sign-in', { data: { key: 'atelier-valmont:employee' }, headers: { origin: server.url } })
    const page = await context.newPage()
    await page.goto('/atelier-valmont/outcomes/new')
    await fillWhatIsAsked(page, `Panne ${tag}`)
    await expect(saved(page)).toBeVisible()

    await server.door.shut()
    await page.getByRole('textbox', { name: 'La situation' }).fill('Plus rien ne répondait.')
    await expect(page.getByText('Le serveur ne répond pas. La page reste là et reprendra d’elle-même.')).toBeVisible()
    const arriving = await context.newPage()
    await arriving.goto('/atelier-valmont/people')
    await expect(arriving.getByRole('heading', { name: 'Le serveur ne répond pas' })).toBeVisible()

    await server.door.open()
    await expect(page.getByText('Le serveur ne répond pas')).toBeHidden()
    await expect(saved(page)).toBeVisible()
    await expect(arriving.getByRole('heading', { level: 1, name: 'Personnes' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'La situation' })).toHaveValue('Plus rien ne répondait.')
    await context.close()
  } finally {
    await server.stop()
  }
})

test('two at the same story: the second sees both and chooses; a version is read, and brought back', async ({ browser }) => {
  const subject = `Deux plumes ${tag}`
  const page = await open(browser, 'employee', '/{slug}/outcomes/new')
  await fillWhatIsAsked(page, subject)
  const situation = page.getByRole('textbox', { name: 'La situation' })
  await situation.fill('La première fois.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('link', { name: 'Le lire' }).press('Enter')
  await expect(page.getByText('Attend Samuel Osei')).toBeVisible()
  const edit = `${new URL(page.url()).pathname}/edit`
  await page.goto(edit)
  const second = await open(browser, 'employee', edit)

  await situation.fill('Dit par la première plume.')
  await page.getByRole('textbox', { name: 'Ce qui a été fait' }).fill('Un appel.')
  await page.getByRole('button', { name: 'Enregistrer les changements' }).press('Enter')
  await expect(page.getByText('Attend Samuel Osei')).toBeVisible()
  await second.getByRole('textbox', { name: 'La situation' }).fill('Dit par la seconde.')
  await second.keyboard.press('Control+Enter')
  const both = second.getByRole('group', { name: 'la situation' })
  await expect(both.getByRole('radio', { name: /Ici Dit par la seconde/ })).toBeChecked()
  await both.getByRole('radio', { name: /Ailleurs Dit par la première plume/ }).press('Space')
  await second.getByRole('button', { name: 'Garder ces choix' }).press('Enter')
  await expect(second.getByRole('textbox', { name: 'La situation' })).toHaveValue('Dit par la première plume.')
  // What only the other side had changed came along.
  await expect(second.getByRole('textbox', { name: 'Ce qui a été fait' })).toHaveValue('Un appel.')

  await page.reload()
  // The oldest that can be read is the one that was sent; drafts before it counted too.
  const oldest = page.getByRole('button', { name: /^Lire la version/ }).last()
  const number = (await oldest.textContent())?.match(/\d+/)?.[0] ?? ''
  await oldest.press('Enter')
  const version = page.getByRole('dialog', { name: `Version ${number}` })
  await expect(version).toContainText('La première fois.')
  await version.getByRole('link', { name: 'Reprendre cette version' }).press('Enter')
  await expect(page.getByText(`La version ${number} est reprise ici.`)).toBeVisible()
  await expect(situation).toHaveValue('La première fois.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`Version ${number} reprise`)).toBeVisible()
  await expect(page.getByRole('main')).toContainText('La première fois.')
  for (const one of [page, second]) await one.context().close()
})

/** The frame and what the form asks for are on the device. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('oeuvre-answers')
            opening.onsuccess = () => {
              const names = [...opening.result.objectStoreNames]
              const count = names[0] ? opening.result.transaction(names[0]).objectStore(names[0]).count() : null
              if (count) count.onsuccess = () => resolve(count.result)
              else resolve(0)
              opening.result.close()
            }
          }),
      ),
    )
    .toBeGreaterThanOrEqual(5)
}

test('without a line the app opens, a result is written, sent and the tab closed: back, it goes by itself, once', async ({ browser }) => {
  const subject = `Sous-sol ${tag}`
  const first = await open(browser, 'employee', '/{slug}')
  const context = first.context()
  await untilKept(first)
  await context.setOffline(true)
  await first.close()
  const page = await context.newPage()
  await page.goto('/atelier-valmont/outcomes/new')
  await fillWhatIsAsked(page, subject)
  await page.getByRole('textbox', { name: 'La situation' }).fill('La cave n’a pas de réseau.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('L’envoi partira de lui-même au retour.')).toBeVisible()
  await page.close()

  const later = await context.newPage()
  await later.goto('/atelier-valmont')
  await expect(later.getByRole('heading', { level: 1, name: 'Pas de réseau' })).toBeVisible()
  const kept = later.getByRole('list', { name: 'Gardés sur cet appareil, pas encore au serveur' })
  await expect(kept).toContainText(subject)
  await expect(kept).toContainText('Partira au retour du réseau')
  await context.setOffline(false)
  await expect(later.getByText(`Envoyé pour relecture : ${subject}.`)).toBeVisible()
  await expect(kept).toBeHidden()
  const mine = later.getByRole('main').getByRole('link', { name: subject })
  await expect(mine).toHaveCount(1)
  await mine.press('Enter')
  await expect(later.getByText('Attend Samuel Osei')).toBeVisible()
  await expect(later.getByRole('main')).toContainText('La cave n’a pas de réseau.')
  await context.close()
})

/** Ten of the list, each of another kind of trouble. */
const chosen = [99, 125, 149, 153, 193, 195, 197, 216, 225, 311]

test('naughty strings are kept as typed and shown as text', async ({ browser }) => {
  const file = sharedFile('naughty-strings/blns.json')
  test.skip(!file, '../shared/data/naughty-strings is not here')
  const all = JSON.parse(readFileSync(file ?? '', 'utf8')) as string[]
  const strings = chosen.map((index) => all[index] ?? '')
  const page = await open(browser, 'employee', '/{slug}/outcomes/new')
  const ran: string[] = []
  page.on('dialog', (dialog) => {
    ran.push(dialog.message())
    void dialog.dismiss()
  })
  for (const [a = '', b = '', c = '', d = '', e = ''] of [strings.slice(0, 5), strings.slice(5)]) {
    await page.goto('/atelier-valmont/outcomes/new')
    await fillWhatIsAsked(page, b)
    const fields = [
      [page.getByRole('textbox', { name: 'En une phrase, ou un lien' }), a],
      [page.getByRole('combobox', { name: 'Pour qui' }), b],
      [page.getByRole('textbox', { name: 'La situation' }), c],
      [page.getByRole('textbox', { name: 'Ce qui a été fait' }), d],
      [page.getByRole('textbox', { name: 'Ce qu’il en est sorti' }), e],
    ] as const
    for (const [field, text] of fields) {
      await field.fill(text)
    }
    await expect(saved(page)).toBeVisible()
    await page.reload()
    for (const [field, text] of fields) await expect(field).toHaveValue(text)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('link', { name: 'Le lire' }).press('Enter')
    await expect(page.getByText('Attend Samuel Osei')).toBeVisible()
    const shown = await page.getByRole('main').evaluate((main) => main.textContent)
    for (const text of [a, c, d, e]) expect(shown).toContain(text)
  }
  expect(ran).toEqual([])
  await page.context().close()
})
