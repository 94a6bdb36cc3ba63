import { describe, expect, it } from 'vitest'
import { recogniseAccount, recogniseLink } from './rules.ts'

const account = (text: string, platform: null = null) => {
  const decision = recogniseAccount(text, platform)
  if ('refusal' in decision) throw new Error(`${text}: ${decision.refusal.code}`)
  return decision.account
}
const link = (text: string) => {
  const decision = recogniseLink(text)
  if ('refusal' in decision) throw new Error(`${text}: ${decision.refusal.code}`)
  return decision.link
}

describe('evidence links', () => {
  it('tells a post, whose it is and from when', () => {
    expect(link('https://x.com/Jane/status/1050118621198921728?s=20')).toMatchObject({
      platform: 'x',
      what: 'post',
      author: { label: '@Jane' },
      accountKeys: ['x:profile:jane'],
      posted: { at: '2018-10-10T20:19:24.211Z', isCertain: true },
      address: 'https://x.com/Jane/status/1050118621198921728?s=20',
    })
    expect(link('https://www.linkedin.com/posts/jane-doe_vendre-activity-7187782123456789012-AbCd?utm_source=share&rcm=x')).toMatchObject({
      platform: 'linkedin',
      what: 'post',
      author: { handle: 'jane-doe', label: 'jane-doe' },
      accountKeys: ['linkedin:in:jane-doe', 'linkedin:company:jane-doe', 'linkedin:school:jane-doe', 'linkedin:showcase:jane-doe'],
      posted: { at: '2024-04-21T12:00:00.766Z', isCertain: true },
      address: 'https://www.linkedin.com/posts/jane-doe_vendre-activity-7187782123456789012-AbCd',
    })
    expect(link('https://www.linkedin.com/feed/update/urn:li:activity:7187782123456789012/')).toMatchObject({
      what: 'post',
      author: null,
      posted: { isCertain: true },
    })
    expect(link('https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7187782123456789012')).toMatchObject({
      what: 'post',
      posted: { at: '2024-04-21T12:00:00.766Z' },
    })
    expect(link('https://piaille.fr/@jane/110451342344345679')).toMatchObject({
      platform: 'mastodon',
      what: 'post',
      author: { label: '@jane@piaille.fr' },
      accountKeys: ['mastodon:profile:piaille.fr:jane'],
      posted: { isCertain: false },
    })
    expect(link('https://mastodon.social/@jane@piaille.fr/110451342344345679').accountKeys).toEqual(['mastodon:profile:piaille.fr:jane'])
    expect(link('https://bsky.app/profile/jane.bsky.social/post/3l6oveex3ii2l')).toMatchObject({
      platform: 'bluesky',
      what: 'post',
      author: { label: '@jane.bsky.social' },
      accountKeys: ['bluesky:profile:jane.bsky.social'],
      posted: { isCertain: false },
    })
    expect(link('https://www.instagram.com/p/CEWuMZgpTji/')).toMatchObject({ platform: 'instagram', what: 'post', author: null })
    expect(link('https://valmont.slack.com/archives/C012/p1700000000123456')).toMatchObject({
      platform: 'slack',
      what: 'post',
      posted: { at: '2023-11-14T22:13:20.123Z' },
    })
    expect(link('https://stackoverflow.com/a/1/3573210')).toMatchObject({
      platform: 'stackoverflow',
      what: 'post',
      author: null,
      accountKeys: [],
    })
    expect(link('https://youtu.be/dQw4w9WgXcQ?si=x')).toMatchObject({
      platform: 'youtube',
      what: 'post',
      address: 'https://youtu.be/dQw4w9WgXcQ',
    })
  })

  it('takes profiles and any page, also over http, and follows nothing', () => {
    expect(link('linkedin.com/in/jane-doe')).toMatchObject({ platform: 'linkedin', what: 'profile', accountKeys: ['linkedin:in:jane-doe'] })
    expect(link('http://www.lesechos.fr/2026/valmont?utm_source=x&id=1#c')).toMatchObject({
      platform: null,
      what: 'page',
      address: 'http://www.lesechos.fr/2026/valmont?id=1#c',
    })
    expect(link('https://lnkd.in/abc')).toMatchObject({ platform: null, what: 'page', accountKeys: [] })
    expect(link('https://www.linkedin.com/jobs/view/1')).toMatchObject({
      platform: 'linkedin',
      what: 'page',
      author: null,
      accountKeys: [],
    })
    expect(recogniseLink('javascript:alert(1)')).toEqual({ refusal: { code: 'address-unsafe' } })
  })

  it('gives a page of a blog to the blog', () => {
    const blog = account('https://www.jane.fr/blog/').key
    expect(link('https://jane.fr/blog/2026/la-pompe').accountKeys).toContain(blog)
    expect(link('https://jane.fr/photos').accountKeys).not.toContain(blog)
    expect(link('https://jane.fr/blogs').accountKeys).not.toContain(blog)
  })
})
