import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { makeMember, memberPassword } from '../links.ts'
import { openScreen } from '../open-screen.ts'
import { baseUrl } from '../server.ts'

const look = { width: 1280, language: 'fr', theme: 'light' } as const
const administration = { name: 'administration-access', path: '/{slug}/admin/access', as: 'administrator' } as const

/** Somebody at a machine of their own. */
async function freshPage(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: baseUrl, locale: 'fr-FR' })).newPage()
}

async function signIn(page: Page | Locator, email: string, password: string): Promise<void> {
  const address = page.getByLabel('Adresse professionnelle')
  if (await address.isEditable()) await address.fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

async function takeLink(page: Page): Promise<string> {
  const field = page.getByRole('textbox', { name: 'Lien', exact: true })
  await expect(field).toHaveValue(/^http/)
  return field.inputValue()
}

async function openMember(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Nom ou courriel' }).fill(name)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('dialog', { name })).toBeVisible()
}

test('somebody is invited, chooses a password, forgets it, comes back', async ({ browser }) => {
  const name = `Maud Journée ${Date.now()}`
  const email = `maud-${Date.now()}@atelier-valmont.example`
  const administrator = await openScreen(browser, administration, look)
  await administrator.getByRole('link', { name: 'Inviter quelqu’un' }).click()
  await administrator.getByRole('button', { name: 'Quelqu’un de nouveau' }).click()
  await administrator.getByRole('button', { name: 'Faire l’invitation' }).click()
  await expect(administrator.getByText('Il manque une réponse ici.')).toBeVisible()
  await administrator.getByRole('textbox', { name: 'Nom', exact: true }).fill(name)
  await administrator.getByRole('textbox', { name: 'Courriel' }).fill(email)
  await administrator.getByRole('checkbox', { name: 'Direction' }).check()
  await administrator.getByRole('button', { name: 'Faire l’invitation' }).click()
  const invitation = await takeLink(administrator)
  await administrator.getByRole('button', { name: 'Fermer' }).last().click()
  // The link is nowhere any more.
  await openMember(administrator, name)
  await expect(administrator.getByText(`Invitation adressée à ${email}`)).toBeVisible()
  expect(await administrator.content()).not.toContain(new URL(invitation).pathname.split('.').at(-1))

  const invited = await freshPage(browser)
  await invited.goto(invitation)
  await expect(invited.getByRole('heading', { name: `Bienvenue, ${name}` })).toBeVisible()
  await invited.getByLabel('Choisissez un mot de passe').fill('quatre loutres patientes')
  await invited.getByRole('button', { name: 'Rejoindre' }).click()
  await expect(invited.getByText('Bonjour Maud')).toBeVisible()
  await expect(invited.getByRole('link', { name: 'Impact', exact: true })).toBeVisible()
  await invited.goto(invitation)
  await expect(invited.getByRole('heading', { name: 'Ce lien ne marche plus' })).toBeVisible()

  await administrator.reload()
  await expect(administrator.getByText(`Se connecte avec ${email}`)).toBeVisible()
  await expect(administrator.getByRole('checkbox', { name: 'Direction' })).toBeChecked()
  await administrator.getByRole('button', { name: 'Faire un lien de mot de passe' }).click()
  const reset = await takeLink(administrator)

  const forgetful = await freshPage(browser)
  await forgetful.goto(reset)
  await forgetful.getByLabel('Choisissez un mot de passe').fill('cinq hermines discrètes')
  await forgetful.getByRole('button', { name: 'Enregistrer et entrer' }).click()
  await expect(forgetful.getByText('Bonjour Maud')).toBeVisible()
  const later = await freshPage(browser)
  await later.goto('/sign-in')
  await signIn(later, email, 'quatre loutres patientes')
  await expect(later.getByText('Adresse ou mot de passe inexact.')).toBeVisible()
  await signIn(later, email, 'cinq hermines discrètes')
  await expect(later.getByText('Bonjour Maud')).toBeVisible()
  for (const page of [administrator, invited, forgetful, later]) await page.context().close()
})

test('signing out everywhere ends the session of another machine, which goes on where it was', async ({ browser }) => {
  const { email } = await makeMember()
  const [one, other] = [await freshPage(browser), await freshPage(browser)]
  for (const page of [one, other]) {
    await page.goto('/sign-in')
    await signIn(page, email, memberPassword)
    await expect(page.getByText('Bonjour Odile')).toBeVisible()
  }
  await other.getByRole('link', { name: 'Personnes', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
  await one.goto(`${new URL(one.url()).pathname}/me`)
  await one.getByRole('button', { name: 'Se déconnecter partout' }).first().click()
  await expect(one).toHaveURL(/\/sign-in$/)

  await other.getByRole('searchbox').fill('Claire')
  const dialog = other.getByRole('dialog', { name: 'Votre session est terminée' })
  await signIn(dialog, email, memberPassword)
  await expect(dialog).toBeHidden()
  await expect(other).toHaveURL(/\/people\?q=Claire$/)
  await expect(other.getByRole('link', { name: 'Claire Vasseur' })).toBeVisible()
  for (const page of [one, other]) await page.context().close()
})

test('a password is changed: the old one no longer opens, nor does another machine stay in', async ({ browser }) => {
  const { email } = await makeMember()
  const [one, other] = [await freshPage(browser), await freshPage(browser)]
  for (const page of [one, other]) {
    await page.goto('/sign-in')
    await signIn(page, email, memberPassword)
    await expect(page.getByText('Bonjour Odile')).toBeVisible()
  }
  await one.goto(`${new URL(one.url()).pathname}/password`)
  await one.getByLabel('Mot de passe actuel').fill('ce n’est pas lui')
  await one.getByLabel('Nouveau mot de passe').fill('six belettes attentives')
  await one.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(one.getByText('Ce n’est pas votre mot de passe actuel.')).toBeVisible()
  await one.getByLabel('Mot de passe actuel').fill(memberPassword)
  await one.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(one.getByText('Votre mot de passe est changé.')).toBeVisible()

  await other.getByRole('link', { name: 'Comptes', exact: true }).click()
  const dialog = other.getByRole('dialog', { name: 'Votre session est terminée' })
  await signIn(dialog, email, memberPassword)
  await expect(dialog.getByText('Adresse ou mot de passe inexact.')).toBeVisible()
  await signIn(dialog, email, 'six belettes attentives')
  await expect(dialog).toBeHidden()
  await expect(other).toHaveURL(/\/accounts$/)
  for (const page of [one, other]) await page.context().close()
})
