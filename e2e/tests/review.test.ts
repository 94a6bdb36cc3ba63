import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Member, makeMember, makeTeam, memberPassword } from '../links.ts'
import { openReader } from '../open-screen.ts'
import { baseUrl } from '../server.ts'
import { expectPaneSound } from '../sound.ts'

const at = 'atelier-valmont'
const tag = Date.now().toString(36)

/** Somebody of this journey alone, signed in. */
async function enter(browser: Browser, { email }: Member): Promise<Page> {
  const { page } = await openReader(browser, { as: null }, { width: 1280, language: 'fr', theme: 'light' })
  const data = { email, password: memberPassword }
  const answer = await page.request.post('/api/auth/sign-in/email', { data, headers: { origin: baseUrl } })
  expect(answer.status(), await answer.text()).toBe(200)
  return page
}

/** Sent by the reader of this page; on a day whose figures no other journey counts. */
async function send(page: Page, title: string): Promise<string> {
  const headers = { 'x-oeuvre-organization': at, origin: baseUrl }
  const vocabulary = await page.request.get('/api/trpc/outcomes.vocabulary', { headers })
  const [type] = (await vocabulary.json()).result.data.types
  const outcome = { id: randomUUID(), typeId: type.id, occurredOn: '2026-05-14', title, subject: `${title} SA` }
  const answer = await page.request.post('/api/trpc/outcomes.log', { headers, data: { outcome, version: null } })
  expect(answer.status(), await answer.text()).toBe(200)
  return outcome.id
}

/** For today, and for as long as the calendar that opens shows. */
async function hand(page: Page, to: Member): Promise<void> {
  await page.goto(`/${at}/absences`)
  await page.getByRole('textbox', { name: 'Qui décide pendant ce temps' }).fill(to.name)
  await page.getByRole('option', { name: to.name }).click()
  await page.getByRole('button', { name: 'Dernier jour' }).click()
  await page.getByRole('dialog').getByRole('table').getByRole('button', { disabled: false }).last().click()
  await page.getByRole('button', { name: 'Confier' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: `${to.name} décide pour vous` })).toContainText('en cours')
  await expectPaneSound(page)
}

const rowOf = (page: Page, title: string) => page.getByRole('list', { name: 'Relecture' }).getByRole('listitem').filter({ hasText: title })

test('a manager is away: who stands in asks for changes, sees what became of them, verifies, takes back, verifies two at once', async ({
  browser,
}) => {
  const people = await Promise.all(['Marthe Absente', 'Basile Relais', 'Lucie Auteure'].map((name) => makeMember(`${name} ${tag}`)))
  const [absent, standIn, writer] = people as [Member, Member, Member]
  await makeTeam(`Équipe ${tag}`, absent, writer)
  const author = await enter(browser, writer)
  const [asked, second, third] = [`Portique ${tag}`, `Chaudière ${tag}`, `Verrière ${tag}`]
  const id = await send(author, asked)
  const two = [await send(author, second), await send(author, third)]

  const manager = await enter(browser, absent)
  await hand(manager, standIn)

  // Asked for more, by keys: the reason, then the words.
  const reviewer = await enter(browser, standIn)
  await reviewer.goto(`/${at}/review`)
  await expect(rowOf(reviewer, asked)).toContainText(`Pour ${absent.name}, en absence jusqu’au`)
  // On a phone, several can be decided on from the list.
  await reviewer.setViewportSize({ width: 390, height: 844 })
  for (const title of [second, third]) await rowOf(reviewer, title).getByRole('checkbox').check()
  await expect(reviewer.getByRole('button', { name: 'Vérifier les 2 choisis' })).toBeInViewport()
  await expectPaneSound(reviewer)
  await reviewer.getByRole('button', { name: 'Ne plus choisir' }).click()
  await rowOf(reviewer, asked).getByRole('link').click()
  const chosen = reviewer.getByRole('region', { name: 'Le résultat choisi' })
  await expect(chosen.getByRole('heading', { name: asked })).toBeVisible()
  await reviewer.keyboard.press('c')
  const dialog = reviewer.getByRole('dialog', { name: 'Que faut-il préciser' })
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  await reviewer.keyboard.press('2')
  await expect(dialog.getByRole('radio').nth(1)).toBeChecked()
  await reviewer.keyboard.type('D’où venait la demande, et depuis quand ?')
  await dialog.getByRole('button', { name: 'Faire préciser' }).click()
  await expect(rowOf(reviewer, asked)).toHaveCount(0)

  // Answered and sent again.
  await author.goto(`/${at}/outcomes/${id}`)
  await expect(author.getByText('D’où venait la demande, et depuis quand ?').first()).toBeVisible()
  await author.getByRole('link', { name: 'Modifier', exact: true }).click()
  await author.getByRole('textbox', { name: 'La situation' }).fill('Le chantier naval cherchait depuis avril.')
  await author.getByRole('button', { name: 'Renvoyer pour relecture' }).click()
  await expect(author.getByRole('heading', { level: 1, name: 'Envoyé.' })).toBeVisible()

  // What changed is marked, and only that.
  await reviewer.goto(`/${at}/review`)
  await expect(rowOf(reviewer, asked)).toContainText('changé depuis votre regard')
  await rowOf(reviewer, asked).getByRole('link').click()
  const changes = reviewer.getByRole('region', { name: 'Changé depuis votre dernier regard' })
  await expect(changes.getByRole('term')).toHaveText(['Situation'])
  await expect(changes).toContainText('Le chantier naval cherchait depuis avril.')
  await expectPaneSound(reviewer)
  await reviewer.keyboard.press('v')
  await expect(rowOf(reviewer, asked)).toHaveCount(0)
  await reviewer.keyboard.press('u')
  await expect(rowOf(reviewer, asked)).toBeVisible()

  // Two at once.
  await rowOf(reviewer, second).getByRole('link').click()
  await reviewer.keyboard.press('Space')
  await reviewer.keyboard.press('j')
  await expect(rowOf(reviewer, third).getByRole('link')).toBeFocused()
  await reviewer.keyboard.press('Space')
  await expect(reviewer.getByRole('button', { name: 'Vérifier les 2 choisis' })).toBeVisible()
  await reviewer.keyboard.press('v')
  for (const title of [second, third]) await expect(rowOf(reviewer, title)).toHaveCount(0)
  await expect(rowOf(reviewer, asked)).toBeVisible()
  // On stage goes what was verified last, not what waits.
  await reviewer.keyboard.press('s')
  await expect(reviewer).toHaveURL(new RegExp(`/stage/choose/(${two.join('|')})`))
  await reviewer.goBack()
  await rowOf(reviewer, asked).getByRole('link').click()
  await expect(chosen.getByRole('heading', { name: asked })).toBeVisible()
  await reviewer.keyboard.press('v')
  await expect(reviewer.getByRole('heading', { name: 'Rien n’attend.' })).toBeVisible()

  // Both names stand in the history; back, the absent one decides alone again.
  await author.goto(`/${at}/outcomes/${id}`)
  await expect(author.getByText('Vérifié', { exact: true }).first()).toBeVisible()
  await expect(author.getByText(`pour ${absent.name}`).first()).toBeVisible()
  await manager.getByRole('button', { name: 'Terminer' }).click()
  await expect(manager.getByText('Personne ne remplace personne.')).toBeVisible()
  for (const page of [author, manager, reviewer]) await page.context().close()
})
