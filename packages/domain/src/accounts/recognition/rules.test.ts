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

const uc = 'UC4QobU6STFB0P71PMvOGN5A'
const did = 'did:plc:g67wcylkodj4rrrgh26eifkq'
const group = '2b1c7f5e-3a4d-4f6b-8c9d-0e1f2a3b4c5d'
const team = `/conversations?groupId=${group}&tenantId=9b1c7f5e-3a4d-4f6b-8c9d-0e1f2a3b4c5d`
const eyj = 'eyJfdHlwZSI6Ikdyb3VwIiwiaWQiOiIxMjMifQ'

/** Each row: ways of writing one account, its canonical address, its label. */
const same: readonly (readonly [Platform, string, string, readonly string[]])[] = [
  [
    'linkedin',
    'https://www.linkedin.com/in/jane-doe',
    'in/jane-doe',
    [
      'linkedin.com/in/jane-doe',
      'HTTPS://WWW.LinkedIn.COM/in/jane-doe/',
      'http://fr.linkedin.com/in/jane-doe',
      'https://www.linkedin.com/mwlite/in/jane-doe',
      'https://www.linkedin.com/in/jane-doe/?originalSubdomain=fr&utm_source=share&utm_medium=member_ios',
      'https://www.linkedin.com/in/jane-doe/recent-activity/all/',
      'https://www.linkedin.com/in/jane-doe/details/experience/',
      'https://www.linkedin.com/in/jane-doe/fr#top',
      '//linkedin.com/in/jane-doe',
      ' \u200e<https://www.linkedin.com/in/jane-doe>\n',
    ],
  ],
  [
    'linkedin',
    'https://www.linkedin.com/in/%C3%A9lodie-m',
    'in/élodie-m',
    ['https://www.linkedin.com/in/%C3%A9lodie-m/', 'https://www.linkedin.com/in/e\u0301lodie-m'],
  ],
  [
    'linkedin',
    'https://www.linkedin.com/company/acme',
    'company/acme',
    ['https://www.linkedin.com/company/acme/about/', 'linkedin.com/company/acme/posts/?feedView=all'],
  ],
  [
    'x',
    'https://x.com/jane',
    '@jane',
    [
      'twitter.com/jane',
      'https://mobile.twitter.com/jane?lang=fr',
      'https://x.com/@jane',
      'https://x.com/jane/with_replies',
      'https://twitter.com/#!/jane',
      'https://twitter.com/intent/user?screen_name=jane',
      'https://x.com/jane?s=21&t=abc',
    ],
  ],
  [
    'facebook',
    'https://www.facebook.com/jane.doe',
    'jane.doe',
    [
      'https://m.facebook.com/jane.doe',
      'https://fr-fr.facebook.com/jane.doe/',
      'fb.com/jane.doe',
      'https://www.facebook.com/jane.doe/photos',
      'https://www.facebook.com/jane.doe?mibextid=LQQJ4d',
    ],
  ],
  [
    'facebook',
    'https://www.facebook.com/profile.php?id=100012345678901',
    '100012345678901',
    [
      'https://m.facebook.com/profile.php?id=100012345678901&sk=about',
      'https://www.facebook.com/people/Jane-Doe/100012345678901/',
      'https://www.facebook.com/p/Atelier-Valmont-100012345678901',
    ],
  ],
  [
    'instagram',
    'https://www.instagram.com/jane.doe',
    '@jane.doe',
    ['https://instagram.com/jane.doe/?igsh=MzRlODBiNWFlZA==', 'https://www.instagram.com/jane.doe/reels/', 'instagr.am/jane.doe'],
  ],
  [
    'youtube',
    'https://www.youtube.com/@jane',
    '@jane',
    ['https://m.youtube.com/@jane/videos', 'youtube.com/@jane?si=abc', 'https://www.youtube.com/@jane/featured'],
  ],
  ['tiktok', 'https://www.tiktok.com/@jane', '@jane', ['https://m.tiktok.com/@jane', 'https://www.tiktok.com/@jane?_t=8abc&_r=1']],
  [
    'bluesky',
    'https://bsky.app/profile/jane.bsky.social',
    '@jane.bsky.social',
    ['jane.bsky.social', '@jane.bsky.social', 'at://jane.bsky.social', 'https://jane.bsky.social/'],
  ],
  [
    'mastodon',
    'https://piaille.fr/@jane',
    '@jane@piaille.fr',
    [
      '@jane@piaille.fr',
      'https://piaille.fr/@jane/with_replies',
      'https://piaille.fr/users/jane',
      'https://mastodon.social/@jane@piaille.fr',
      'piaille.fr/@jane',
    ],
  ],
  [
    'github',
    'https://github.com/jane',
    'jane',
    ['github.com/jane?tab=repositories', 'https://gist.github.com/jane', 'https://github.com/sponsors/jane'],
  ],
  ['medium', 'https://medium.com/@jane', '@jane', ['https://jane.medium.com', 'https://medium.com/@jane/about']],
  ['substack', 'https://jane.substack.com', 'jane.substack.com', ['jane.substack.com/archive', 'https://open.substack.com/pub/jane']],
  ['reddit', 'https://www.reddit.com/user/jane', 'u/jane', ['old.reddit.com/u/jane', 'https://www.reddit.com/user/jane/submitted/']],
  [
    'stackoverflow',
    'https://stackoverflow.com/users/3573210',
    'users/3573210',
    ['https://stackoverflow.com/users/3573210/jane?tab=profile'],
  ],
  ['stackexchange', 'https://pt.stackoverflow.com/users/12', 'pt.stackoverflow.com/12', ['https://pt.stackoverflow.com/users/12/jane']],
  ['slack', 'https://valmont.slack.com/team/U0123ABCD', 'valmont.slack.com/U0123ABCD', ['valmont.slack.com/team/U0123ABCD/']],
  ['engage', 'https://www.yammer.com/valmont.fr/users/1234567', 'users/1234567', ['https://www.yammer.com/valmont.fr/#/users/1234567']],
  ['linkedin', 'https://www.linkedin.com/school/mit', 'school/mit', ['https://fr.linkedin.com/school/mit/people/?viewAsMember=true']],
  ['linkedin', 'https://www.linkedin.com/showcase/acme-pumps', 'showcase/acme-pumps', ['linkedin.com/showcase/acme-pumps/about']],
  ['youtube', `https://www.youtube.com/channel/${uc}`, `channel/${uc}`, [`m.youtube.com/channel/${uc}/videos?sub_confirmation=1`]],
  ['youtube', 'https://www.youtube.com/c/Jane', 'c/Jane', ['https://www.youtube.com/c/Jane/about', 'youtube.com/Jane']],
  ['youtube', 'https://www.youtube.com/user/jane', 'user/jane', ['https://m.youtube.com/user/jane/featured']],
  ['threads', 'https://www.threads.net/@jane', '@jane', ['https://threads.com/@jane?xmt=AQF0', 'threads.net/@jane']],
  ['bluesky', `https://bsky.app/profile/${did}`, did, [did, `at://${did}`, `https://bsky.app/profile/${did}?ref=x`]],
  [
    'slack',
    'https://valmont.slack.com',
    'valmont.slack.com',
    ['https://valmont.slack.com/archives/C0123ABCD', 'valmont.slack.com/messages/general/'],
  ],
  [
    'teams',
    `https://teams.microsoft.com/l/team/19:abc@thread.tacv2${team}`,
    group,
    [`https://teams.cloud.microsoft/l/team/19%3Aabc%40thread.tacv2${team}`],
  ],
  [
    'engage',
    `https://engage.cloud.microsoft/main/groups/${eyj}`,
    `groups/${eyj}`,
    [`https://web.yammer.com/main/org/valmont.fr/groups/${eyj}/all`],
  ],
  [
    'engage',
    `https://engage.cloud.microsoft/main/users/${eyj}`,
    `users/${eyj}`,
    [`https://engage.cloud.microsoft/main/org/valmont.fr/users/${eyj}/storyline`],
  ],
  ['exercism', 'https://exercism.org/profiles/jane', 'jane', ['https://exercism.io/profiles/jane/solutions']],
]

describe('one account, many ways of writing it', () => {
  it.each(same.flatMap(([platform, address, label, ways]) => [...ways, address].map((way) => [way, platform, address, label] as const)))(
    '%s',
    (way, platform, address, label) => {
      expect(account(way)).toMatchObject({ platform, address, label, isGuess: platform === 'mastodon' && !way.startsWith('@') })
      expect(account(way, platform)).toMatchObject({ address, isGuess: false })
      expect(account(way).key).toBe(account(address, platform).key)
    },
  )

  it('has a row for each platform that people are asked about first', () => {
    const first = 'linkedin x facebook instagram youtube tiktok threads bluesky mastodon github engage slack teams'.split(' ')
    expect(first.filter((platform) => !same.some(([of]) => of === platform))).toEqual([])
  })

  it('compares as the platform does', () => {
    expect(account('x.com/Jane').key).toBe(account('twitter.com/JANE').key)
    expect(account('x.com/Jane').address).toBe('https://x.com/Jane')
    expect(account('facebook.com/Jane.Doe').key).toBe(account('facebook.com/janedoe').key)
    expect(account('instagram.com/jane.doe').key).not.toBe(account('instagram.com/janedoe').key)
    expect(account('youtube.com/channel/UC4QobU6STFB0P71PMvOGN5A').key).not.toBe(
      account('youtube.com/channel/UC4QobU6STFB0P71PMvOGN5a').key,
    )
    expect(account('linkedin.com/in/acme').key).not.toBe(account('linkedin.com/company/acme').key)
    expect(account('threads.net/@jane').key).toBe(account('threads.com/@Jane').key)
    expect(account(`https://teams.microsoft.com/l/channel/19:other@thread.tacv2/General?${team.split('?')[1]}`).key).toBe(
      `teams:team:${group}`,
    )
  })

  it('takes handles where the platform was chosen', () => {
    for (const platform of ['linkedin', 'x', 'facebook', 'instagram', 'youtube', 'tiktok', 'threads', 'github'] as const)
      for (const way of ['jane', '@jane']) expect(account(way, platform).key, way).toBe(account(account('jane', platform).address).key)
    expect(account('@jane', 'x').address).toBe('https://x.com/jane')
    expect([account('acct:jane@piaille.fr'), account('acct:jane@piaille.fr', 'mastodon')].map(({ label }) => label)).toEqual(
      Array(2).fill('@jane@piaille.fr'),
    )
    expect(refusal('at://jane.fr', 'mastodon')).toBe('address-unsafe')
    expect(account('company/acme', 'linkedin').kind).toBe('company')
    expect(account('john.me', 'instagram').label).toBe('@john.me')
    expect(account('jane.fr', 'bluesky').label).toBe('@jane.fr')
    expect(account('jane', 'bluesky').label).toBe('@jane.bsky.social')
    expect(account('jane@piaille.fr', 'mastodon').label).toBe('@jane@piaille.fr')
    expect(account('u/jane', 'reddit').handle).toBe('jane')
    expect(account('UC4QobU6STFB0P71PMvOGN5A', 'youtube').handle).toBe('UC4QobU6STFB0P71PMvOGN5A')
  })
})

describe('blogs, newsletters, forums', () => {
  it('takes any https address, and says that the platform is a guess', () => {
    expect(account('https://www.jane.fr/blog/?utm_source=x#top')).toMatchObject({
      platform: 'blog',
      address: 'https://www.jane.fr/blog',
      label: 'jane.fr/blog',
      isGuess: true,
    })
    expect(account('jane.fr').key).toBe(account('https://www.jane.fr/').key)
    expect(account('https://forum.example.org/u/jane').platform).toBe('forum')
    expect(account('https://newsletter.example.org', 'newsletter').isGuess).toBe(false)
    expect(account('https://www.linkedin.com/newsletters/valmont-7000000000000000000', 'newsletter').platform).toBe('newsletter')
    expect(account('https://élodie.fr').address).toBe('https://xn--lodie-9ra.fr/')
    expect(account('https://jane.github.io').platform).toBe('blog')
    expect(refusal('http://jane.fr')).toBe('address-not-https')
  })
})

describe('what is no account', () => {
  it.each<[string, string, Platform?]>([
    ['', 'address-not-recognised'],
    ['   ', 'address-not-recognised'],
    ['Jane Doe', 'address-not-recognised'],
    ['jane@valmont.fr', 'address-not-recognised'],
    ['jane', 'platform-needed'],
    ['@jane', 'platform-needed'],
    ['john.smith', 'platform-needed'],
    ['https://www.linkedin.com', 'address-not-a-profile'],
    ['https://www.linkedin.com/feed/', 'address-not-a-profile'],
    ['https://www.linkedin.com/jobs/view/1', 'address-not-a-profile'],
    ['https://x.com/home', 'address-not-a-profile'],
    ['home', 'address-not-a-profile', 'x'],
    ['https://x.com/jane/status/20', 'address-not-a-profile'],
    ['https://x.com/search?q=jane', 'address-not-a-profile'],
    ['https://help.x.com/jane', 'address-not-a-profile'],
    ['https://www.instagram.com/p/CEWuMZgpTji/', 'address-not-a-profile'],
    ['https://github.com/jane/tools', 'address-not-a-profile'],
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'address-not-a-profile'],
    ['https://join.slack.com/t/x', 'address-not-a-profile'],
    ['https://x.com/jane', 'address-of-another-platform', 'linkedin'],
    ['https://jane.fr', 'address-of-another-platform', 'linkedin'],
    ['https://jane.fr/jane', 'address-not-a-profile', 'mastodon'],
    ['https://lnkd.in/eAbCdEf', 'address-is-redirect'],
    ['https://t.co/abc', 'address-is-redirect'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fx.com%2Fjane', 'address-is-redirect'],
    [
      'https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fwww.linkedin.com%2Fredir%2Fredirect%3Furl%3Dhttps%253A%252F%252Fevil.com',
      'address-is-redirect',
    ],
    ['https://www.google.com/url?q=https://www.google.com/url?q=https://x.com/jane', 'address-is-redirect'],
    ['https://www.facebook.com/share/1AbCdEf', 'address-is-redirect'],
    ['https://vm.tiktok.com/ZM1/', 'address-is-redirect'],
    ['john.smith', 'handle-invalid', 'x'],
    ['jane doe', 'handle-invalid', 'x'],
    ['xn--', 'handle-invalid', 'bluesky'],
    ['a'.repeat(16), 'handle-invalid', 'x'],
  ])('%j: %s', (text, code, platform) => {
    const decision = recogniseAccount(text, platform ?? null)
    expect('refusal' in decision ? decision.refusal.code : decision.account).toBe(
      text === 'john.smith' && platform === 'x' ? 'address-not-public' : code,
    )
  })

  it('names the profile that a post belongs to', () => {
    expect(recogniseAccount('https://x.com/jane/status/20')).toEqual({
      refusal: { code: 'address-not-a-profile', params: { platform: 'X', profile: 'https://x.com/jane' } },
    })
  })
})
