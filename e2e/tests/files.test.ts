import { type Browser, expect, type Page, test } from '@playwright/test'
import { openScreen } from '../open-screen.ts'
import type { Role } from '../sign-in.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const
const open = (browser: Browser, as: Role, path: string, at?: string) => openScreen(browser, { name: path, path, as, at }, look)
const client = `Carrière ${Date.now().toString(36)}`
const uploads = '**/files/uploads/*'

/** A picture of noise, above a megabyte, so that it goes in several parts. */
async function takePhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 700 })
    const context = canvas.getContext('2d')
    const noise = context?.createImageData(900, 700)
    noise?.data.forEach((_, i) => {
      noise.data[i] = i % 4 === 3 ? 255 : Math.random() * 256
    })
    if (noise) context?.putImageData(noise, 0, 0)
    return canvas.toDataURL('image/jpeg', 1).split(',')[1] ?? ''
  })
  return Buffer.from(base64, 'base64')
}

/** As somebody drags files from their desktop onto the page. */
async function drop(page: Page, files: readonly { name: string; type: string; content: Buffer | string }[]): Promise<void> {
  const dropped = files.map(({ name, type, content }) => ({ name, type, base64: Buffer.from(content).toString('base64') }))
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer()
    for (const { name, type, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      data.items.add(new File([bytes], name, { type }))
    }
    return data
  }, dropped)
  await page.dispatchEvent('main', 'dragover', { dataTransfer: transfer })
  await expect(page.getByText('le fichier rejoint ce qui le montre')).toBeVisible()
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
}

test('a photo dropped on the log goes on through a broken line and a reload; the manager sees it, who may not does not', async ({
  browser,
}) => {
  const page = await open(browser, 'employee', '/{slug}/outcomes/new')
  await page.getByRole('textbox', { name: 'En une phrase, ou un lien' }).fill(`La ${client} a commandé`)
  await page.getByText('Client gagné', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Pour qui' }).fill(client)
  await page.getByText('Aujourd’hui', { exact: true }).click()
  await expect(page.getByText(/^Enregistré/)).toBeVisible()

  // What will never be accepted says so beside the field; nothing of it is sent.
  const shows = page.locator('[data-answer="evidence"]')
  await drop(page, [
    { name: 'IMG_1.HEIC', type: 'image/heic', content: 'x' },
    { name: 'photo.jpg', type: 'image/jpeg', content: '<script>alert(1)</script>' },
  ])
  await expect(shows.getByText('Les photos HEIC ne s’ouvrent pas partout.')).toBeVisible()
  await expect(shows.getByText('Ce type de fichier n’est pas accepté.')).toBeVisible()
  await shows.getByRole('button', { name: 'Ne pas envoyer IMG_1.HEIC' }).click()
  await shows.getByRole('button', { name: 'Ne pas envoyer photo.jpg' }).click()

  // The line breaks after the first part; it shows how far it came, and the page is not sent without it.
  await page.route(uploads, async (route) => {
    const isLater = route.request().method() === 'PATCH' && route.request().headers()['upload-offset'] !== '0'
    await (isLater ? route.abort('internetdisconnected') : route.continue())
  })
  const offsets: string[] = []
  page.on('requestfinished', (request) => {
    if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? '')
  })
  await drop(page, [{ name: 'chantier <b>nord</b>.jpg', type: 'image/jpeg', content: await takePhoto(page) }])
  await expect(shows.getByText(/^\d+\s% sur /)).toBeVisible()
  await expect.poll(() => offsets).toContain('0')
  await page.getByRole('button', { name: 'Envoyer pour relecture' }).click()
  await expect(shows.getByText('Un fichier est encore en route.')).toBeVisible()

  // Loaded again, it goes on from where it stopped.
  await page.unroute(uploads)
  await page.reload()
  const file = shows.getByRole('link', { name: 'chantier b nord b.jpg' })
  await expect(file).toBeVisible()
  expect(offsets.filter((offset) => offset === '0')).toHaveLength(1)
  await expect(page.getByText(/^Enregistré/)).toBeVisible()
  await page.getByRole('button', { name: 'Envoyer pour relecture' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Envoyé.' })).toBeVisible()
  await page.getByRole('link', { name: 'Le lire' }).click()
  await expect(page.getByRole('link', { name: 'Joindre un fichier ou un lien' })).toBeVisible()
  const address = new URL(page.url()).pathname

  // The manager sees it.
  const manager = await open(browser, 'manager', address)
  const shown = manager.getByRole('main').getByRole('link', { name: 'chantier b nord b.jpg' })
  await expect(shown.locator('img')).toHaveJSProperty('complete', true)
  expect(await shown.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480)
  const path = (await shown.getAttribute('href')) ?? ''
  const answer = await manager.request.get(path)
  expect([answer.status(), answer.headers()['content-type'], answer.headers()['x-content-type-options']]).toEqual([
    200,
    'image/jpeg',
    'nosniff',
  ])

  // Nobody else finds it: an administrator has no right to content, a stranger none at all.
  for (const at of ['atelier-valmont', 'harrow-and-lane']) {
    const other = await open(browser, 'administrator', '/{slug}', at)
    expect((await other.request.get(path)).status()).toBe(404)
    await other.context().close()
  }
  await manager.context().close()
  await page.context().close()
})
