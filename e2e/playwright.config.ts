import { defineConfig, devices, type ReporterDescription } from '@playwright/test'
import { launchOptions } from './chromium.ts'
import { baseUrl, serveCommand } from './server.ts'

const { E2E_REPORT: reportFile, CI } = process.env
const reporter: ReporterDescription[] = [['list']]
if (reportFile) reporter.push(['json', { outputFile: reportFile }])

export default defineConfig({
  testDir: 'tests',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: CI === 'true',
  reporter,
  // Only what hangs is ended: how long something takes is the machine's business.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  webServer: {
    command: `node ${serveCommand.join(' ')}`,
    cwd: import.meta.dirname,
    url: `${baseUrl}/healthz`,
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: baseUrl,
    // Each context would keep the whole interface on the device anew: only what is done without a line needs it.
    serviceWorkers: 'block',
    launchOptions: await launchOptions(),
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: CI ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [{ name: 'chromium' }],
})
