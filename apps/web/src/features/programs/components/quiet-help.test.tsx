import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import { programs } from '../../../locales/fr/programs.ts'
import { QuietHelp } from './quiet-help.tsx'

function said(quiet: string, of: number, coaches: string, by: number): string {
  return renderToStaticMarkup(
    <IntlProvider locale="fr" messages={{ programs }} timeZone="Europe/Paris">
      <QuietHelp quiet={{ names: quiet, count: of }} coaches={{ names: coaches, count: by }} />
    </IntlProvider>,
  ).replace(/<[^>]*>/g, '')
}

test('an account that went quiet proposes help to its owner: the coaches by name, or the playbook; one that did not proposes nothing', () => {
  expect(said('', 0, 'Capucine', 1)).toBe('')
  expect(said('LinkedIn', 1, 'Capucine', 1)).toMatch(
    /^Votre compte LinkedIn n’a pas servi depuis trois mois.*Capucine accompagne ce programme/,
  )
  expect(said('LinkedIn et Bluesky', 2, 'Capucine et Samuel', 2)).toMatch(
    /^Vos comptes LinkedIn et Bluesky.*Capucine et Samuel accompagnent/,
  )
  expect(said('LinkedIn', 1, '', 0)).toMatch(/premiers pas du guide/)
})
