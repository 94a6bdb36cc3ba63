import { type Browser, expect, type Page, test } from '@playwright/test'
import { tabTo } from '../keyboard.ts'
import { openScreen } from '../open-screen.ts'
import { baseUrl } from '../server.ts'
import { type Role, signInAs } from '../sign-in.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const
const open = (browser: Browser, as: Role, path: string, at?: string) => openScreen(browser, { name: path, path, as, at }, look)
const tag = Date.now().toString(36)
const client = `Chantier naval ${tag}`
const post = 'https://www.linkedin.com/posts/rosalind-okafor_slipway-activity-7391234567890123456-kQwE'

/** The number of verified results of this quarter, as its sentence says it. */
async function headline(page: Page): Promise<number> {
  const words = await page.getByRole('link', { name: /^[\d\s]+ résultats? vérifiés?$/ }).textContent()
  return Number(words?.replace(/\D/g, ''))
}

/** Opens the stories behind a figure, by keyboard; how many the list says there are. */
async function countBehind(page: Page, figure: ReturnType<Page['getByRole']>): Promise<string> {
  await figure.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Résultats' })).toBeVisible()
  const count = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /résultat/ })
    .first()
  await expect(count).toContainText(/\d/)
  return (await count.textContent()) ?? ''
}

test('a result: logged by keyboard through a reload and a lost network, verified with v, and the impact page moves by one', async ({
  browser,
}) => {
  const manager = await open(browser, 'manager', '/{slug}/impact')
  const executive = await open(browser, 'executive', '/{slug}/impact')
  const before = { manager: await headline(manager), executive: await headline(executive) }

  // Logged.
  const page = await open(browser, 'employee', '/{slug}')
  await page.keyboard.press('n')
  await expect(page).toHaveURL(/\/outcomes\/new/)
  const saved = page.getByText(/^Enregistré/)
  await tabTo(page.getByRole('textbox', { name: 'En une phrase, ou un lien' }))
  await page.keyboard.insertText(post)
  for (const key of ['a', 'x', 'v']) await page.keyboard.press(`ControlOrMeta+${key}`)
  await expect(page.getByRole('status').filter({ hasText: 'Reconnu' })).toContainText(
    'C’est une preuve, et LinkedIn · Rosalind Okafor est coché plus bas.',
  )
  await page.keyboard.type(`Le ${client} a commandé`)
  await tabTo(page.getByRole('radio', { name: 'Client gagné' }))
  await page.keyboard.press('Space')
  await tabTo(page.getByRole('combobox', { name: 'Pour qui' }))
  await page.keyboard.type(client)
  await tabTo(page.getByRole('radio', { name: 'Aujourd’hui' }))
  await page.keyboard.press('Space')
  await tabTo(page.getByRole('textbox', { name: 'Montant' }))
  await page.keyboard.type('1200')
  await expect(page.getByRole('button', { name: 'LinkedIn · Rosalind Okafor', pressed: true })).toBeVisible()
  await expect(saved).toBeVisible()

  // A reload in the middle keeps what was typed.
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Pour qui' })).toHaveValue(client)
  await expect(page.getByRole('radio', { name: 'Client gagné' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Aujourd’hui' })).toBeChecked()
  await expect(page.getByRole('link', { name: /Publication LinkedIn/ })).toHaveAttribute('href', post)

  // So does a lost network; back, it is saved by itself.
  await page.context().setOffline(true)
  const situation = page.getByRole('textbox', { name: 'La situation' })
  await tabTo(situation)
  await page.keyboard.type('La cale grinçait depuis avril.')
  await expect(page.getByText('Rien ne répond. Gardé sur cet appareil')).toBeVisible()
  await page.context().setOffline(false)
  await expect(saved).toBeVisible()
  const elsewhere = await page.context().newPage()
  await elsewhere.goto(page.url())
  await expect(elsewhere.getByRole('textbox', { name: 'La situation' })).toHaveValue('La cale grinçait depuis avril.')
  await elsewhere.close()

  // Sent, and for somebody else to verify.
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Envoyé.' })).toBeFocused()
  await tabTo(page.getByRole('link', { name: 'Le lire' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Attend Samuel Osei')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Vérifier' })).toBeHidden()
  const address = new URL(page.url()).pathname

  // A stranger's organization knows nothing of it.
  const stranger = await open(browser, 'executive', '/{slug}/impact', 'harrow-and-lane')
  for (const path of [address, address.replace('atelier-valmont', 'harrow-and-lane')]) {
    await stranger.goto(path)
    await expect(stranger.getByRole('heading', { level: 1, name: 'Cette page n’existe pas' })).toBeVisible()
  }

  // Verified, taken back, verified.
  await manager.keyboard.press('g')
  await manager.keyboard.press('r')
  await expect(manager.getByRole('heading', { level: 1, name: 'Relecture' })).toBeVisible()
  const chosen = manager.getByRole('region', { name: 'Le résultat choisi' })
  const row = manager.getByRole('listitem').filter({ hasText: client })
  await expect(row).toBeVisible()
  const links = manager.getByRole('list', { name: 'Relecture' }).getByRole('link')
  const place = (await links.allTextContents()).findIndex((title) => title.includes(client))
  for (let step = 1; step <= place; step++) {
    await manager.keyboard.press('j')
    await expect(links.nth(step)).toBeFocused()
  }
  await expect(chosen.getByRole('heading', { name: client })).toBeVisible()
  await manager.keyboard.press('v')
  await expect(row).toBeHidden()
  await manager.keyboard.press('u')
  await expect(row).toBeVisible()
  await expect(chosen.getByRole('heading', { name: client })).toBeVisible()
  await expect(manager.getByRole('button', { name: 'Vérifier' })).toBeEnabled()
  await manager.keyboard.press('v')
  await expect(row).toBeHidden()

  // The figures, and the stories behind them.
  for (const [reader, count] of [
    [manager, before.manager],
    [executive, before.executive],
  ] as const) {
    await reader.goto('/atelier-valmont/impact')
    expect(await headline(reader)).toBe(count + 1)
    const figures = reader.getByRole('list', { name: 'Chiffres de la période' })
    expect(await countBehind(reader, figures.getByRole('link').first())).toBe(`${count + 1} résultats`)
    await expect(reader.getByRole('link', { name: new RegExp(client) })).toBeVisible()
  }
  for (const one of [page, manager, executive, stranger]) await one.context().close()
})

test('who decides on others does not decide on their own, and is told why', async ({ browser }) => {
  const page = await open(browser, 'manager', '/{slug}/outcomes/new')
  await tabTo(page.getByRole('radio', { name: 'Client gagné' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Client gardé' })).toBeChecked()
  await tabTo(page.getByRole('combobox', { name: 'Pour qui' }))
  await page.keyboard.type(`Le sien ${tag}`)
  await tabTo(page.getByRole('radio', { name: 'Aujourd’hui' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Enter')
  await tabTo(page.getByRole('link', { name: 'Le lire' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('On ne vérifie pas son propre résultat.')).toBeVisible()
  await expect(page.getByText('Attend Claire Vasseur')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Vérifier' })).toBeHidden()
  await page.context().close()
})

test('on a phone: logged with a photo and two contributors in fewer than twelve taps', async ({ browser }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'fr-FR', timezoneId: 'Europe/Paris' }
  const context = await browser.newContext({ ...phone, baseURL: baseUrl, reducedMotion: 'reduce' })
  const { slug } = await signInAs(context.request, 'employee')
  await context.addInitScript(() => {
    window.addEventListener('pointerdown', (event) => {
      if (event.isTrusted) sessionStorage.setItem('taps', String(Number(sessionStorage.getItem('taps')) + 1))
    })
  })
  const page = await context.newPage()
  await page.goto(`/${slug}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const began = Date.now()
  await page.getByRole('link', { name: 'Noter un résultat' }).tap()
  await page.getByRole('radio', { name: 'Client gagné' }).locator('xpath=ancestor::label').tap()
  await page.getByRole('combobox', { name: 'Pour qui' }).tap()
  await page.keyboard.type(`Halle ${tag}`)
  await page.getByText('Aujourd’hui', { exact: true }).tap()
  for (const colleague of ['Ingrid', 'Matteo']) {
    await page.getByRole('button', { name: 'Ajouter quelqu’un' }).tap()
    await page.keyboard.type(colleague)
    await page.getByRole('option', { name: new RegExp(colleague) }).tap()
  }
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Prendre une photo' }).tap()
  const photo = await page.screenshot({ type: 'jpeg' })
  await (await chooser).setFiles({ name: 'halle.jpg', mimeType: 'image/jpeg', buffer: photo })
  await expect(page.getByRole('link', { name: 'halle.jpg' })).toBeVisible()
  await page.getByRole('button', { name: 'Envoyer pour relecture' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Envoyé.' })).toBeVisible()
  const taps = Number(await page.evaluate(() => sessionStorage.getItem('taps')))
  console.log(`on a phone: ${taps} taps of fewer than 12, ${((Date.now() - began) / 1000).toFixed(1)} s of 30`)
  expect(taps).toBeGreaterThan(5)
  expect(taps).toBeLessThan(12)
  await context.close()
})
