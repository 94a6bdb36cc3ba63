import { type Platform, type PlatformRule, commonPages as pages } from '../platforms/schema.ts'

const wordHyphenDot = /^[A-Za-z0-9_.-]{1,100}$/

/** Networks where a person keeps a page of their own. Part of the table in `platforms/rules.ts`. */
export const networks = {
  linkedin: {
    hosts: 'linkedin.com',
    kinds: {
      // Public names are 3 to 100 letters, digits and hyphens of any script; member ids (ACoAA…) may hold an underscore. A dot is refused.
      in: {
        handle: /^[\p{L}\p{M}\p{N}_-]{3,100}$/u,
        address: 'https://www.linkedin.com/in/{handle}',
        label: 'in/{handle}',
        at: '/in/{handle}/** /mwlite/in/{handle}/** /mwlite/profile/in/{handle}',
      },
      company: {
        handle: /^[\p{L}\p{M}\p{N}_.&'-]{1,100}$/u,
        address: 'https://www.linkedin.com/company/{handle}',
        label: 'company/{handle}',
        at: '/company/{handle}/** /mwlite/company/{handle}/**',
      },
      school: {
        handle: wordHyphenDot,
        address: 'https://www.linkedin.com/school/{handle}',
        label: 'school/{handle}',
        at: '/school/{handle}/** /edu/school/{handle}',
      },
      showcase: {
        handle: wordHyphenDot,
        address: 'https://www.linkedin.com/showcase/{handle}',
        label: 'showcase/{handle}',
        at: '/showcase/{handle}/**',
      },
      // Addresses of before 2014; they still lead on, but to a name that cannot be told without asking.
      pub: {
        handle: /^[\p{L}\p{N}_-]{1,100}(?:\/[0-9a-f]{1,3}){3}$/iu,
        address: 'https://www.linkedin.com/pub/{handle}',
        label: 'pub/{handle}',
        at: '/pub/{handle*}',
      },
    },
    posts: [
      { at: '/feed/update/urn:li:activity:{id} /feed/update/urn:li:share:{id} /feed/update/urn:li:ugcPost:{id}', clock: 'linkedin' },
      {
        at: '/feed?highlightedUpdateUrn=urn:li:activity:{id} /embed/feed/update/urn:li:share:{id} /embed/feed/update/urn:li:ugcPost:{id}',
        clock: 'linkedin',
      },
      { at: '/video/live/urn:li:ugcPost:{id} /video/event/urn:li:ugcPost:{id}', clock: 'linkedin' },
      // The name before the first underscore, which is a person's or a company's.
      {
        at: '/posts/{handle}_{}-activity-{id}-{code} /posts/{handle}_activity-{id}-{code} /posts/{handle}_{}-share-{id}-{code} /posts/{handle}_{}-ugcPost-{id}-{code}',
        of: 'in company school showcase',
        clock: 'linkedin',
      },
      { at: '/posts/{} /pulse/{} /newsletters/{} /events/{}/**' },
    ],
    redirects: '/redir/** /safety/go /slink /redirect /checkpoint/** /authwall',
  },
  x: {
    hosts: 'x.com twitter.com',
    kinds: {
      profile: {
        handle: /^\w{1,15}$/,
        address: 'https://x.com/{handle}',
        label: '@{handle}',
        at: '/{handle} /@{handle} /intent/user?screen_name={handle} /intent/follow?screen_name={handle}',
      },
    },
    tabs: 'with_replies media likes highlights articles followers following verified_followers affiliates superfollows',
    reserved: `${pages} i home intent share hashtag logout tos messages notifications compose bookmarks account oauth download who_to_follow lists communities`,
    posts: [
      { at: '/i/web/status/{id} /i/status/{id} /statuses/{id}', clock: 'x', isUnsigned: true },
      { at: '/{handle}/status/{id}/** /{handle}/statuses/{id} /{handle}/article/{id}', clock: 'x' },
    ],
  },
  facebook: {
    hosts: 'facebook.com fb.com',
    subdomains: 'web mbasic touch free business',
    kinds: {
      profile: {
        handle: /^(?!\d+$)[\p{L}\p{M}\p{N}.-]{2,75}$/u,
        address: 'https://www.facebook.com/{handle}',
        at: '/{handle} /pg/{handle}/**',
        folds: 'case-and-dots',
      },
      id: {
        handle: /^\d{4,20}$/,
        address: 'https://www.facebook.com/profile.php?id={handle}',
        at: '/profile.php?id={handle} /{handle} /people/{}/{handle} /pages/{}/{handle} /pages/category/{}/{}-{handle} /p/{}-{handle}',
      },
    },
    tabs: 'about photos videos posts friends reviews reels events groups community shop mentions followers following directory live',
    reserved: `${pages} profile.php people pages pg groups events marketplace watch gaming photo photo.php video.php story.php permalink.php share sharer sharer.php reel reels stories hashtag messages notifications friends bookmarks me home.php plugins dialog tr ads business policies public places media`,
    posts: [
      {
        at: '/{handle}/posts/{id} /{handle}/posts/{}/{id} /{handle}/videos/{id} /{handle}/videos/{}/{id} /{handle}/photos/{id} /{handle}/photos/{}/{id}',
      },
      { at: '/permalink.php?story_fbid={post}&id={handle} /story.php?story_fbid={post}&id={handle}', of: 'id' },
      {
        at: '/reel/{id} /watch?v={id} /photo?fbid={id} /photo.php?fbid={id} /groups/{}/posts/{id} /groups/{}/permalink/{id} /events/{id}/**',
        isUnsigned: true,
      },
    ],
    redirects: '/share/** /sharer/** /sharer.php /l.php //l.facebook.com/** //lm.facebook.com/**',
  },
  instagram: {
    hosts: 'instagram.com instagr.am',
    kinds: {
      // 30 letters, digits, dots and underscores; no dot at either end, no two in a row.
      profile: {
        handle: /^(?!\.)(?!.*\.\.)[A-Za-z0-9._]{1,30}(?<!\.)$/,
        address: 'https://www.instagram.com/{handle}',
        label: '@{handle}',
        at: '/{handle} /_u/{handle}',
      },
    },
    tabs: 'reels tagged guides channel reposts',
    reserved: `${pages} p reel reels tv stories accounts direct developer web s share emails challenge graphql`,
    posts: [
      { at: '/p/{id}/** /reel/{id} /reels/{id} /tv/{id}', clock: 'instagram', isUnsigned: true },
      { at: '/{handle}/p/{id}/** /{handle}/reel/{id} /{handle}/tv/{id}', clock: 'instagram' },
      { at: '/stories/{handle}/{id}' },
    ],
    redirects: '/share/** //l.instagram.com/**',
  },
  threads: {
    // Both hosts lead to the same account; one is written so that both compare equal.
    hosts: 'threads.net threads.com',
    kinds: {
      profile: {
        handle: /^(?!\.)(?!.*\.\.)[A-Za-z0-9._]{1,30}(?<!\.)$/,
        address: 'https://www.threads.net/@{handle}',
        label: '@{handle}',
        at: '/@{handle}',
      },
    },
    tabs: 'replies media reposts',
    posts: [
      { at: '/@{handle}/post/{id}/**', clock: 'instagram' },
      { at: '/t/{id}', clock: 'instagram', isUnsigned: true },
    ],
  },
  tiktok: {
    hosts: 'tiktok.com',
    kinds: {
      profile: {
        handle: /^[A-Za-z0-9_.]{2,24}(?<!\.)$/,
        address: 'https://www.tiktok.com/@{handle}',
        label: '@{handle}',
        at: '/@{handle}',
      },
    },
    posts: [
      { at: '/@{handle}/video/{id} /@{handle}/photo/{id}', clock: 'tiktok' },
      { at: '/embed/v2/{id} /v/{id}', clock: 'tiktok', isUnsigned: true },
    ],
    redirects: '//vm.tiktok.com/** //vt.tiktok.com/** /t/{} /link/**',
  },
  bluesky: {
    hosts: 'bsky.app bsky.social',
    subdomains: '*',
    kinds: {
      // A handle is a domain name; a name without a dot can only be one of bsky.social.
      profile: {
        handle: /^(?:[a-z0-9][a-z0-9-]{1,16}[a-z0-9]|(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9])$/i,
        address: 'https://bsky.app/profile/{handle}',
        label: '@{handle}',
        at: '//bsky.app/profile/{handle} //www.bsky.app/profile/{handle} //{handle}.bsky.social',
        suffix: '.bsky.social',
      },
      // The lasting identity behind any handle.
      did: {
        handle: /^did:(?:plc:[a-z2-7]{24}|web:[a-z0-9.-]{4,253})$/,
        address: 'https://bsky.app/profile/{handle}',
        at: '/profile/{handle}',
        folds: 'nothing',
      },
    },
    reserved: 'www staging',
    posts: [{ at: '/profile/{handle}/post/{id}', of: 'profile did', clock: 'bluesky' }],
  },
  mastodon: {
    // Any server. The account is its own server's, wherever it was looked at (@user@other.org on mastodon.social), so that one account
    // is one account. A server may speak for another name (social.example.org for @user@example.org): that cannot be known without asking.
    hosts: '',
    subdomains: '*',
    kinds: {
      profile: {
        handle: /^[A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$/,
        address: 'https://{server}/@{handle}',
        label: '@{handle}@{server}',
        at: '/@{handle}@{server} /@{handle} /users/{handle} /web/@{handle} /web/@{handle}@{server} /deck/@{handle} /deck/@{handle}@{server}',
      },
    },
    tabs: 'with_replies media featured followers following tagged',
    posts: [
      {
        at: '/@{handle}@{server}/{id} /@{handle}/{id} /users/{handle}/statuses/{id} /web/@{handle}/{id} /deck/@{handle}/{id}',
        clock: 'mastodon',
      },
    ],
  },
  reddit: {
    hosts: 'reddit.com',
    subdomains: 'old new np sh i amp',
    kinds: {
      profile: {
        handle: /^[A-Za-z0-9_-]{3,20}$/,
        address: 'https://www.reddit.com/user/{handle}',
        label: 'u/{handle}',
        at: '/user/{handle} /u/{handle}',
      },
    },
    tabs: 'submitted comments overview posts saved',
    posts: [{ at: '/user/{handle}/comments/{id}/**' }, { at: '/r/{}/comments/{id}/** /comments/{id}/** /gallery/{id}', isUnsigned: true }],
    redirects: '/r/{}/s/{} /u/{}/s/{} //out.reddit.com/**',
  },
  pinterest: {
    // Country domains are listed one by one: under other endings the name is anybody's.
    hosts:
      'pinterest.com pinterest.fr pinterest.de pinterest.es pinterest.it pinterest.pt pinterest.at pinterest.ch pinterest.ca pinterest.ie pinterest.jp pinterest.nz pinterest.se pinterest.dk pinterest.cl pinterest.ph pinterest.co.uk pinterest.co.kr pinterest.com.au pinterest.com.mx',
    subdomains: '*',
    kinds: {
      profile: { handle: /^[A-Za-z0-9_]{3,30}$/, address: 'https://www.pinterest.com/{handle}', at: '/{handle}' },
    },
    reserved: `${pages} pin ideas today business categories offsite board _created _saved`,
    posts: [{ at: '/pin/{id}/**', isUnsigned: true }],
    redirects: '/offsite/**',
  },
  xing: {
    hosts: 'xing.com',
    kinds: {
      profile: {
        handle: /^[\p{L}\p{N}_.-]{1,100}$/u,
        address: 'https://www.xing.com/profile/{handle}',
        label: 'profile/{handle}',
        at: '/profile/{handle}/**',
      },
    },
  },
  telegram: {
    hosts: 't.me telegram.me',
    kinds: {
      profile: {
        handle: /^[A-Za-z][A-Za-z0-9_]{3,31}$/,
        address: 'https://t.me/{handle}',
        label: '@{handle}',
        at: '/{handle} /s/{handle}',
      },
    },
    reserved: 'joinchat share addstickers proxy login iv',
    posts: [{ at: '/{handle}/{id} /s/{handle}/{id}' }],
  },
  vk: {
    hosts: 'vk.com vk.ru',
    kinds: { profile: { handle: /^[A-Za-z0-9_.]{2,32}$/, address: 'https://vk.com/{handle}', at: '/{handle}' } },
    reserved: `${pages} feed im friends groups video music market games dev away.php`,
    posts: [{ at: '/wall{id} /video{id} /photo{id}', isUnsigned: true }],
    redirects: '/away.php',
  },
  tumblr: {
    hosts: 'tumblr.com',
    subdomains: '*',
    kinds: {
      profile: {
        handle: /^[a-z0-9][a-z0-9-]{0,31}$/i,
        address: 'https://www.tumblr.com/{handle}',
        at: '//{handle}.tumblr.com //www.tumblr.com/{handle} //tumblr.com/{handle} //www.tumblr.com/blog/{handle} //www.tumblr.com/blog/view/{handle}',
      },
    },
    reserved: `${pages} www dashboard tagged explore blog assets api`,
    posts: [{ at: '//{handle}.tumblr.com/post/{id}/** //www.tumblr.com/{handle}/{id}/**' }],
    redirects: '//href.li/** //t.umblr.com/**',
  },
  quora: {
    hosts: 'quora.com',
    kinds: {
      profile: {
        handle: /^[\p{L}\p{M}\p{N}_.-]{1,100}$/u,
        address: 'https://www.quora.com/profile/{handle}',
        at: '/profile/{handle}/**',
      },
    },
  },
} satisfies Partial<Record<Platform, PlatformRule>>
