// node e2e/shots.tmp.mts <role> <lang> <theme> <width> name=path ...
import { chromium } from '@playwright/test'
import { launchOptions } from './chromium.ts'
const [role, lang, theme, width, ...pages] = process.argv.slice(2) as [string, string, string, string, ...string[]]
const base = 'http://localhost:3377'
const browser = await chromium.launch(await launchOptions())
const context = await browser.newContext({ baseURL: base, locale: lang === 'fr' ? 'fr-FR' : 'en-GB', colorScheme: theme as 'light', reducedMotion: 'reduce', viewport: { width: Number(width), height: width === '390' ? 844 : 900 }, storageState: { cookies: [], origins: [{ origin: base, localStorage: [{ name: 'oeuvre.language', value: lang }, { name: 'mantine-color-scheme-value', value: theme }] }] } })
const people = ((await (await context.request.get('/api/trpc/identity.demonstration')).json()) as any).result.data
const me = people.find((p: any) => p.role === role)
await context.request.post('/api/demo/sign-in', { data: { key: me.key }, headers: { origin: base } })
const page = await context.newPage()
page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') console.log(m.type(), m.text().slice(0, 400)) })
page.on('pageerror', (e) => console.log('PAGEERROR', e.message))
for (const spec of pages) {
  const [name, rest] = [spec.slice(0, spec.indexOf('=')), spec.slice(spec.indexOf('=') + 1)]
  const [path, ...steps] = rest.split('!!')
  await page.goto(path!.replace('{slug}', me.slug))
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 20000 }).catch(() => console.log('no h1', name))
  await page.waitForLoadState('networkidle')
  for (const s of steps) { const [op, ...a] = s.split('~'); 
    if (op === 'click') await page.getByText(a[0]!, { exact: a[1] === 'x' }).first().click()
    if (op === 'role') await page.getByRole(a[0] as any, { name: a[1] }).first().click()
    if (op === 'fill') await page.getByLabel(a[0]!).first().fill(a[1]!)
    if (op === 'press') await page.keyboard.press(a[0]!)
    if (op === 'wait') await page.waitForTimeout(Number(a[0]))
  }
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(250)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: `/tmp/people-shots/${name}-${width}-${lang}-${theme}.png`, fullPage: !spec.includes('!!') })
  console.log('shot', name, page.url())
}
await browser.close()
