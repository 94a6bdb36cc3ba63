import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'

/** The steps of the wizard of imports, in French. */
export function wizardOf(page: Page) {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).press('Enter')
  return {
    async send(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
      await page.locator('input[type=file]').setInputFiles(file)
    },
    async choose(label: string, option: string | RegExp): Promise<void> {
      await page.getByRole('combobox', { name: label }).press('Enter')
      await page.getByRole('option', { name: option, exact: true }).click()
    },
    answer: (name: string | RegExp) => page.getByRole('radio', { name }).press('Space'),
    toColumns: () => press('Continuer avec les colonnes'),
    dryRun: () => press('Lancer l’essai à blanc'),
    run: (words: string) => press(words),
    undo: () => press('Annuler cet import'),
    figure: (name: string) =>
      page
        .getByRole('list', { name: /l’import/ })
        .getByRole('listitem')
        .filter({ hasText: name }),
    fault: (value: string) => page.getByRole('row').filter({ hasText: value }),
    done: (timeout?: number) => expect(page.getByText('Import terminé.')).toBeVisible({ timeout }),
  }
}

/** A file of real input beside the checkout; null where it is absent. */
export function sharedFile(path: string): string | null {
  const root = resolve(import.meta.dirname, '..')
  const folders = [process.env.OEUVRE_SHARED, join(root, '../shared'), join(dirname(root), '../shared')]
  return folders.flatMap((folder) => (folder ? [join(folder, 'data', path)] : [])).find((file) => existsSync(file)) ?? null
}
