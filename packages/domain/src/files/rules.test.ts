import { expect, test } from 'vitest'
import { checkChosen, checkDisguise, shownName } from './rules.ts'
import { fileLimits } from './schema.ts'

test('a name is shown without hidden marks, short, and ends as what it is', () => {
  expect(shownName('facture\u202egpj.exe', 'image/jpeg')).toBe('facturegpj.jpg')
  expect(shownName('<img src=x onerror=alert(1)>.png', 'image/png')).toBe('img src=x onerror=alert(1).png')
  expect(shownName('../../etc/passwd', 'application/pdf')).toBe('etc passwd.pdf')
  expect(shownName('', 'image/png')).toBe('file.png')
  expect(shownName('Photo.JPEG', 'image/jpeg')).toBe('Photo.jpeg')
  expect(shownName('été 2026 · salon 🎪.webp', 'image/webp')).toBe('été 2026 · salon 🎪.webp')
  const long = shownName(`${'\u200fé🎪'.repeat(150)}.pdf`, 'application/pdf')
  expect([...long]).toHaveLength(fileLimits.name + 4)
  expect(long).toMatch(/^é🎪.*…\.pdf$/u)
})

test('what can be said before anything is sent', () => {
  const code = (name: string, size = 10) => checkChosen({ name, size })?.code ?? null
  expect(code('a.jpg')).toBeNull()
  expect(code('without extension')).toBeNull()
  expect(code('a.jpg', 0)).toBe('file-has-nothing')
  expect(code('a.jpg', fileLimits.size)).toBeNull()
  expect(code('a.jpg', fileLimits.size + 1)).toBe('file-too-large')
  expect(code('IMG_1.HEIC')).toBe('file-is-heic')
  expect(code('page.html')).toBe('file-not-shown')
  expect(code('drawing.svg')).toBe('file-not-shown')
})

test('a name must say what the bytes are, pictures among themselves aside', () => {
  expect(checkDisguise('a.png', 'image/jpeg')).toBeNull()
  expect(checkDisguise('a', 'image/jpeg')).toBeNull()
  expect(checkDisguise('a.pdf', 'image/jpeg')?.code).toBe('file-disguised')
  expect(checkDisguise('a.exe', 'image/jpeg')?.code).toBe('file-disguised')
})
