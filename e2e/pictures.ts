// Every screen, or those named, at both sizes, in both languages and themes, into pictures/. `npm run pictures [name …]`
import { fork } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium } from '@playwright/test'
import { launchOptions } from './chromium.ts'
import { type Look, openScreen } from './open-screen.ts'
import { type Screen, screens } from './screens.ts'
import { baseUrl, serveCommand } from './server.ts'

const folder = join(import.meta.dirname, '../pictures')

const looks: readonly Look[] = ([390, 1280] as const).flatMap((width) =>
  (['fr', 'en'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ width, language, theme }))),
)

async function waitUntilServed(): Promise<void> {
  for (const deadline = Date.now() + 180_000; Date.now() < deadline; await pause(200)) {
    const answer = await fetch(`${baseUrl}/healthz`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error('the server did not answer in three minutes')
}

async function take(browser: Browser, screen: Screen, look: Look): Promise<void> {
  const page = await openScreen(browser, screen, look)
  const name = `${screen.name}-${look.width}-${look.language}-${look.theme}.png`
  await page.screenshot({ path: join(folder, name), fullPage: true, animations: 'disabled' })
  await page.context().close()
}

async function takeAll(wanted: readonly Screen[]): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch(await launchOptions())
  let missing = 0
  for (const screen of wanted) {
    for (const look of looks)
      await take(browser, screen, look).catch((error: unknown) => {
        missing += 1
        console.error(`${screen.name} (${Object.values(look).join(', ')}): ${error instanceof Error ? error.message : String(error)}`)
      })
    console.log(screen.name)
  }
  await browser.close()
  console.log(`${wanted.length * looks.length - missing} pictures in pictures/, ${missing} missing`)
  return missing === 0 ? 0 : 1
}

const names = process.argv.slice(2)
const unknown = names.filter((name) => !screens.some((screen) => screen.name === name))
if (unknown.length > 0) throw new Error(`no screen ${unknown.join(', ')}; there are ${screens.map(({ name }) => name).join(', ')}`)
const [program, port] = serveCommand
const server = fork(join(import.meta.dirname, program), [port], { cwd: import.meta.dirname })
try {
  await waitUntilServed()
  process.exitCode = await takeAll(names.length > 0 ? screens.filter(({ name }) => names.includes(name)) : screens)
} finally {
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
}
