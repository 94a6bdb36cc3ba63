import { describe, expect, it } from 'vitest'
import type { Platform } from '../platforms/schema.ts'
import { recogniseAccount } from './rules.ts'

const account = (text: string, platform: Platform | null = null) => {
  const decision = recogniseAccount(text, platform)
  if ('refusal' in decision) throw new Error(`${text}: ${decision.refusal.code}`)
  return decision.account
}
const refusal = (text: string, platform: Platform | null = null) => {
  const decision = recogniseAccount(text, platform)
  return 'refusal' in decision ? decision.refusal.code : decision.account.address
}

describe('addresses that want to be taken for another', () => {
  it.each([
    'javascript:alert(1)',
    'JavaScript://linkedin.com/in/jane%0aalert(1)',
    'data:text/html,https://linkedin.com/in/jane',
    'file:///etc/passwd',
    'ftp://linkedin.com/in/jane',
    'blob:https://linkedin.com/x',
    'mailto:jane@linkedin.com',
    'vbscript:x',
    'https://linkedin.com@evil.com/in/jane',
    'https://linkedin.com:in@evil.com/',
    'linkedin.com%40evil.com/in/jane',
    'https://www.linkedin.com\\@evil.com/in/jane',
    'https:\\\\linkedin.com\\in\\jane',
    'https://evil.com\\.linkedin.com/in/jane',
    'https://linked\u0000in.com/in/jane',
    'https://www.linkedin.com/in/ja\u202ene',
    'https://linked\u200bin.com/in/jane',
    'x.com/ja\nne',
    'https://linkedin.com/in/jane\ud800',
    'https://lіnkedin.com/in/jane',
    'https://ӏinkedin.com/in/jane',
    'https://línkedin.com/in/jane',
    'https://xn--lnkedin-fjg.com/in/jane',
    'https://gοοgle.example.com/',
    'https://аррӏе-store.com/x-ab',
    'https://fаcebook.com/jane',
    'https://linkedin.com.evil.com/in/jane',
    'https://www.x.com.evil.com/jane',
    'https://xn--a.com',
  ])('%j', (text) => {
    const decision = recogniseAccount(text)
    expect('refusal' in decision, JSON.stringify(decision)).toBe(true)
    for (const platform of ['linkedin', 'x', 'mastodon', 'blog'] as const)
      expect('refusal' in recogniseAccount(text, platform), platform).toBe(true)
  })

  it.each([
    'https://127.0.0.1/in/jane',
    'https://[::1]/',
    'http://localhost:3000',
    'https://2130706433/',
    'https://intranet/jane',
    'https://wiki.corp/jane',
    'https://x.onion/@jane',
    'https://jane.fr:8443/',
    'https://169.254.169.254/latest/meta-data',
    '@jane@localhost',
    '@jane@127.0.0.1',
  ])('%j leads to no public page', (text) => {
    const decision = recogniseAccount(text)
    expect('refusal' in decision ? decision.refusal.code : decision).toMatch(/^(?:address-not-public|handle-invalid)$/)
  })

  it('refuses what is far too long before reading it', () => {
    expect(refusal(`https://x.com/${'a'.repeat(5_000_000)}`)).toBe('text-too-long')
    expect(refusal('a.'.repeat(1_000_000), 'instagram')).toBe('text-too-long')
    expect(refusal(`@${'a'.repeat(1900)}@b.fr`)).toMatch(/^handle-invalid$/)
  })

  it('keeps honest foreign names', () => {
    expect(account('https://пример.рф/@jane').address).toBe('https://xn--e1afmkfd.xn--p1ai/@jane')
    expect(account('https://日本語ブログ.jp').platform).toBe('blog')
    expect(account('https://müller-söhne.de').platform).toBe('blog')
    expect(account('https://x.com.br').platform).toBe('blog')
  })
})
