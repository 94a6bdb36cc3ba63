import { execFile as execFileCallback } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { received } from '@oeuvre/api/testing/mailbox'
import { type Download, expect, type Page, test } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { openScreen } from '../open-screen.ts'
import { mailFile, port } from '../server.ts'
import { expectSound } from '../sound.ts'

const execFile = promisify(execFileCallback)

const look = { width: 1280, language: 'fr', theme: 'dark' } as const
const at = 'atelier-valmont'
/** Where the page is sent from. */
const mailed = 'harrow-and-lane'
const path = '/{slug}/impact?period=quarter:2025-Q4' // nobody else of these journeys writes there

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path())
}

async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Emporter' }).click()
  // By keyboard: on a slow machine the menu that opens beside covers what a pointer would click.
  for (const [i, name] of names.entries()) await page.getByRole('menuitem', { name }).press(i < names.length - 1 ? 'ArrowRight' : 'Enter')
}

/** What the first chunk of a PNG says: width and height in pixels. */
function sizeOf(png: Buffer): readonly [number, number] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

test('the board’s page goes along as numbers, as a picture, on paper, as a link, and by mail after each month', async ({ browser }) => {
  const page = await openScreen(browser, { name: 'impact', path, as: 'executive', at }, look)
  const sentence = await page.getByText(/ont apporté [0-9]/).textContent()
  const results = /(\d+)\srésultats\svérifiés/.exec(sentence ?? '')?.[1] ?? ''

  // As a view that is kept.
  await page.getByRole('button', { name: 'Garder cette vue' }).click()
  await page.getByRole('textbox', { name: 'Nom de la vue' }).fill('Pour le conseil')
  await page.getByRole('button', { name: 'Garder', exact: true }).click()
  await page.goto(`/${at}/impact`)
  await page.getByRole('button', { name: 'Vues' }).click()
  await page.getByRole('menuitem', { name: 'Pour le conseil' }).click()
  await expect(page).toHaveURL(/period=quarter/)
  await expect(page.getByRole('button', { name: 'Vues Pour le conseil' })).toBeVisible()
  await expect(page.getByText('Au quatrième trimestre 2025')).toBeVisible()

  // As numbers: the very figures of the page.
  const numbers = page.waitForEvent('download')
  await choose(page, 'Les chiffres, en CSV', 'Chiffres de la période')
  const csv = await numbers
  expect(csv.suggestedFilename()).toMatch(/^impact-headline-2025-10-01-2025-12-31-v\d+\.csv$/)
  expect((await bytesOf(csv)).toString()).toContain(`results,results,${results}.0000`)
  await page.keyboard.press('Escape')

  // As a picture, twice as large as on the screen, on paper though the screen is dark.
  const picture = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Image de «.Mois après mois/ }).click()
  const png = await picture
  expect(png.suggestedFilename()).toBe('impact-over-time-2025-10-01-2025-12-31.png')
  const chart = await page
    .getByRole('figure')
    .filter({ has: page.getByRole('button', { name: /^Image de «.Mois après mois/ }) })
    .boundingBox()
  const [width, height] = sizeOf(await bytesOf(png))
  expect(width).toBe(2 * (Math.round(chart?.width ?? 0) + 64))
  expect(height).toBeGreaterThan(2 * 300)

  // On paper.
  await choose(page, 'En PDF, Letter')
  await expect(page.getByText('Le fichier se prépare')).toBeVisible()
  await choose(page, 'Mes exports et envois')
  const made = page.getByRole('list', { name: 'Vos exports' }).getByRole('listitem').first()
  await expect(made).toContainText('prêt')
  await expectSound(page)
  const paper = page.waitForEvent('download')
  await made.getByRole('link', { name: /^Télécharger/ }).click()
  const pdf = await getDocumentProxy(new Uint8Array(await bytesOf(await paper)))
  const sheet = (await pdf.getPage(1)).getViewport({ scale: 1 })
  expect([Math.round(sheet.width), Math.round(sheet.height)]).toEqual([612, 792])
  const { text, totalPages } = await extractText(pdf, { mergePages: true })
  expect(totalPages).toBeGreaterThan(1)
  for (const said of ['Atelier Valmont', '4e trimestre 2025', `${results} résultats vérifiés`, `1 / ${totalPages}`])
    expect(text.replace(/\s+/g, ' ')).toContain(said)
  const links = (await (await pdf.getPage(1)).getAnnotations()).map(({ url }: { url?: string }) => url)
  expect(links).toContainEqual(expect.stringMatching(new RegExp(`^${new URL(page.url()).origin}/${at}/outcomes`)))

  // By mail, and no longer.
  await page.goBack()
  await choose(page, 'Envoyer chaque mois ou trimestre')
  await page.getByRole('radio', { name: 'Chaque trimestre' }).check()
  await page.getByRole('button', { name: 'Garder cet envoi' }).click()
  const sent = page.getByRole('list', { name: 'Envois par courriel' }).getByRole('listitem')
  await expect(sent).toContainText('Prochain')
  await sent.getByRole('button', { name: 'Mettre en pause (Chaque trimestre)' }).click()
  await expect(sent).toContainText('En pause')
  await sent.getByRole('button', { name: 'Supprimer (Chaque trimestre)' }).click()
  await expect(sent).toHaveCount(0)
  await page.context().close()
})

/** A call of the page's reader, in their organization. */
async function call(page: Page, name: string, input: unknown): Promise<void> {
  const headers = { 'x-oeuvre-organization': mailed, origin: new URL(page.url()).origin }
  const answer = await page.request.post(`/api/trpc/${name}`, { headers, data: input })
  expect(answer.status(), await answer.text()).toBe(200)
}

async function ask(page: Page, name: string) {
  const answer = await page.request.get(`/api/trpc/${name}`, { headers: { 'x-oeuvre-organization': mailed } })
  return (await answer.json()).result.data
}

/** The report that was sent to somebody. */
function reportTo(email: string) {
  const lines = readFileSync(mailFile(port), 'utf8').split('\n').filter(Boolean)
  const mails = lines.map((line) => JSON.parse(line) as { to: string; source: string }).filter(({ to }) => to === email)
  return mails.map(({ to, source }) => received(to, source)).find((mail) => mail.header('Message-ID').startsWith('<report-'))
}

function attachedTo(source: string) {
  const [, name = '', encoded = ''] = /application\/pdf;\s+name=([^\r\n]+)[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)\r\n--/.exec(source) ?? []
  return { name, bytes: Buffer.from(encoded, 'base64') }
}

test('when its turn comes the page goes out by mail, printed as a PDF in the language of whoever receives it', async ({ browser }) => {
  // In an organization that writes English, for somebody who reads French, whatever the browser of the server says.
  const page = await openScreen(
    browser,
    { name: 'impact', path: '/{slug}/impact', as: 'executive', at: mailed },
    { ...look, language: 'en' },
  )
  const { email } = await ask(page, 'identity.me')
  const { person } = await ask(page, 'organizations.shell')
  await call(page, 'identity.setLanguage', { language: 'fr' })
  const schedule = { id: crypto.randomUUID(), cadence: 'month', paper: 'a4', filter: {}, recipients: [person.id] }
  await call(page, 'reports.saveSchedule', schedule)

  // Some day of the next month: a turn that no clock of this run reaches.
  const turn = new Date()
  turn.setUTCMonth(turn.getUTCMonth() + 1, 5)
  const planned = await execFile(process.execPath, ['scripts/plan-reports.ts', port, mailed, turn.toISOString()], {
    cwd: join(import.meta.dirname, '..'),
  })
  expect(Number(planned.stdout)).toBe(1)
  await expect.poll(() => reportTo(email) !== undefined).toBe(true)

  const mail = reportTo(email)
  expect(mail?.part('text/plain')).toContain('La page entière est jointe en PDF.')
  const { name, bytes } = attachedTo(mail?.source ?? '')
  expect(name).toMatch(/^"?harrow-and-lane-impact-\d{4}-\d\d-01-\d{4}-\d\d-\d\d-fr\.pdf"?$/)
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  for (const said of ['Harrow & Lane', 'À quel point c’est sûr', 'Les derniers résultats vérifiés', `1 / ${totalPages}`])
    expect(text.replace(/\s+/g, ' ')).toContain(said)

  await call(page, 'reports.removeSchedule', { id: schedule.id })
  await call(page, 'identity.setLanguage', { language: 'en' })
  await page.context().close()
})
