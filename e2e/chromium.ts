// Which browser: one that is named or installed, else the one from npm (@sparticuz/chromium, Linux x64). Nothing is downloaded.
import { existsSync } from 'node:fs'
import { type LaunchOptions, chromium as playwright } from '@playwright/test'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Drops what the package sets for a cloud function: a page in a process of its own can be ended and looked into. */
async function fromRegistry(): Promise<LaunchOptions> {
  const { default: chromium } = await import('@sparticuz/chromium')
  chromium.setGraphicsMode = false
  const unwanted = ['--single-process', '--no-zygote']
  return {
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => !argument.startsWith('--headless') && !unwanted.includes(argument)),
  }
}

/** How to start it; null where there is none. */
export async function findChromium(): Promise<LaunchOptions | null> {
  const { CHROMIUM_PATH: named } = process.env
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH=${named} is not there`)
  if (!named && existsSync(playwright.executablePath())) return {}
  const system = named ?? installed.find((path) => existsSync(path))
  if (system) return { executablePath: system, args: isRoot() ? ['--no-sandbox'] : [] }
  return process.platform === 'linux' && process.arch === 'x64' ? fromRegistry() : null
}

export async function launchOptions(): Promise<LaunchOptions> {
  const found = await findChromium()
  if (!found) throw new Error(`no Chromium for ${process.platform} ${process.arch}: install one, or name it in CHROMIUM_PATH`)
  return found
}
