import { type Platform, type PlatformRule, commonPages as pages } from '../platforms/schema.ts'

const word = /^[A-Za-z0-9_]+$/
const wordOrHyphen = /^[A-Za-z0-9_-]{1,100}$/
const wordHyphenDot = /^[A-Za-z0-9_.-]{1,100}$/

/** Where people publish: films, sound, articles, pictures, slides, research. Part of the table in `platforms/rules.ts`. */
export const publications = {
  youtube: {
    hosts: 'youtube.com youtu.be youtube-nocookie.com',
    subdomains: 'music studio gaming',
    kinds: {
      // Three to thirty characters; a channel id is UC and 22 characters and alone distinguishes case.
      handle: {
        handle: /^[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.·-]{1,28})[\p{L}\p{M}\p{N}_]$/u,
        address: 'https://www.youtube.com/@{handle}',
        label: '@{handle}',
        at: '/@{handle}',
      },
      channel: {
        handle: /^UC[A-Za-z0-9_-]{22}$/,
        address: 'https://www.youtube.com/channel/{handle}',
        label: 'channel/{handle}',
        at: '/channel/{handle}',
        folds: 'nothing',
      },
      user: {
        handle: /^[A-Za-z0-9_.-]{1,50}$/,
        address: 'https://www.youtube.com/user/{handle}',
        label: 'user/{handle}',
        at: '/user/{handle}',
      },
      c: {
        handle: /^[\p{L}\p{M}\p{N}_.-]{1,100}$/u,
        address: 'https://www.youtube.com/c/{handle}',
        label: 'c/{handle}',
        at: '/c/{handle} //youtube.com/{handle} //www.youtube.com/{handle} //m.youtube.com/{handle}',
      },
    },
    tabs: 'featured videos shorts streams live playlists community posts about channels podcasts releases courses store search join',
    reserved: `${pages} watch results feed shorts playlist live embed v gaming premium channel user c post hashtag account redirect oops t ads creators howyoutubeworks trends kids upload`,
    posts: [{ at: '/watch?v={id} /shorts/{id} /live/{id} /post/{id} /embed/{id} /playlist?list={id} //youtu.be/{id}', isUnsigned: true }],
    redirects: '/redirect /attribution_link',
  },
  vimeo: {
    hosts: 'vimeo.com',
    kinds: {
      profile: { handle: /^(?!\d+$)[A-Za-z0-9_]{2,50}$/, address: 'https://vimeo.com/{handle}', at: '/{handle}' },
    },
    reserved: `${pages} watch channels groups ondemand categories features enterprise upgrade manage`,
    posts: [{ at: '/{id} /channels/{}/{id}', isUnsigned: true }],
  },
  twitch: {
    hosts: 'twitch.tv',
    kinds: { profile: { handle: /^\w{2,25}$/, address: 'https://www.twitch.tv/{handle}', at: '/{handle}' } },
    tabs: 'about videos schedule clips',
    reserved: `${pages} directory videos downloads turbo store prime subscriptions wallet`,
    posts: [{ at: '/videos/{id} //clips.twitch.tv/{id}', isUnsigned: true }, { at: '/{handle}/clip/{id}' }],
    subdomains: 'clips',
  },
  soundcloud: {
    hosts: 'soundcloud.com',
    kinds: {
      profile: { handle: /^[a-z0-9][a-z0-9_-]{2,24}$/i, address: 'https://soundcloud.com/{handle}', at: '/{handle}' },
    },
    tabs: 'tracks popular-tracks albums sets reposts likes followers following',
    reserved: `${pages} discover stream you upload charts pages imprint`,
    posts: [{ at: '/{handle}/{id} /{handle}/sets/{id}' }],
    redirects: '//on.soundcloud.com/**',
  },
  medium: {
    hosts: 'medium.com',
    subdomains: '*',
    kinds: {
      profile: {
        handle: /^[A-Za-z0-9_.-]{1,50}$/,
        address: 'https://medium.com/@{handle}',
        label: '@{handle}',
        at: '/@{handle} //{handle}.medium.com',
      },
    },
    tabs: 'about followers following lists',
    reserved: 'www help blog policy link cdn-images-1 miro',
    posts: [{ at: '/@{handle}/{id} //{handle}.medium.com/{id}' }, { at: '/p/{id} /{}/{id}', isUnsigned: true }],
    redirects: '//link.medium.com/** /m/**',
  },
  substack: {
    hosts: 'substack.com',
    subdomains: '*',
    kinds: {
      // A publication and a reader's own page are different things that nothing in the address joins.
      publication: {
        handle: /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i,
        address: 'https://{handle}.substack.com',
        label: '{handle}.substack.com',
        at: '//{handle}.substack.com //open.substack.com/pub/{handle}',
      },
      profile: {
        handle: /^[A-Za-z0-9_-]{1,63}$/,
        address: 'https://substack.com/@{handle}',
        label: '@{handle}',
        at: '//substack.com/@{handle} //www.substack.com/@{handle}',
      },
    },
    tabs: 'about archive subscribe notes posts likes reads',
    reserved: 'www open support blog api cdn',
    posts: [
      { at: '//{handle}.substack.com/p/{id}/** //open.substack.com/pub/{handle}/p/{id}' },
      { at: '//substack.com/@{handle}/note/{id} //substack.com/@{handle}/p-{id}', of: 'profile' },
      { at: '/home/post/p-{id}', isUnsigned: true },
    ],
    redirects: '/redirect/** /app-link/**',
  },
  devto: {
    hosts: 'dev.to',
    kinds: { profile: { handle: /^[A-Za-z0-9_]{2,30}$/, address: 'https://dev.to/{handle}', at: '/{handle}' } },
    reserved: `${pages} t tags new top latest enter connect listings pod videos shop code-of-conduct dashboard notifications readinglist`,
    posts: [{ at: '/{handle}/{id}' }],
  },
  behance: {
    hosts: 'behance.net be.net',
    kinds: { profile: { handle: wordOrHyphen, address: 'https://www.behance.net/{handle}', at: '/{handle}' } },
    tabs: 'projects moodboards appreciated info services resume',
    reserved: `${pages} gallery galleries joblist live onboarding assets hire collection`,
    posts: [{ at: '/gallery/{id}/**', isUnsigned: true }],
  },
  dribbble: {
    hosts: 'dribbble.com',
    kinds: { profile: { handle: wordOrHyphen, address: 'https://dribbble.com/{handle}', at: '/{handle}' } },
    tabs: 'about shots collections likes boosted_shots',
    reserved: `${pages} shots designers tags stories hiring session`,
    posts: [{ at: '/shots/{id}', isUnsigned: true }],
  },
  slideshare: {
    hosts: 'slideshare.net',
    kinds: { profile: { handle: word, address: 'https://www.slideshare.net/{handle}', at: '/{handle}' } },
    reserved: `${pages} slideshow explore upload`,
    posts: [{ at: '/slideshow/{}/{id}', isUnsigned: true }, { at: '/{handle}/{id}' }],
  },
  speakerdeck: {
    hosts: 'speakerdeck.com',
    kinds: { profile: { handle: wordOrHyphen, address: 'https://speakerdeck.com/{handle}', at: '/{handle}' } },
    reserved: `${pages} c p features pricing`,
    posts: [{ at: '/{handle}/{id}' }],
  },

  producthunt: {
    hosts: 'producthunt.com',
    kinds: {
      profile: { handle: wordHyphenDot, address: 'https://www.producthunt.com/@{handle}', label: '@{handle}', at: '/@{handle}/**' },
    },
    posts: [{ at: '/posts/{id} /products/{id}', isUnsigned: true }],
  },
  orcid: {
    hosts: 'orcid.org',
    kinds: {
      profile: { handle: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/i, address: 'https://orcid.org/{handle}', at: '/{handle}' },
    },
  },
  researchgate: {
    hosts: 'researchgate.net',
    kinds: {
      profile: {
        handle: /^[\p{L}\p{N}_.-]{1,100}$/u,
        address: 'https://www.researchgate.net/profile/{handle}',
        at: '/profile/{handle}/**',
      },
    },
    posts: [{ at: '/publication/{id}', isUnsigned: true }],
  },
} satisfies Partial<Record<Platform, PlatformRule>>
