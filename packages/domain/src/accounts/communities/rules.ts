import { type Platform, type PlatformRule, commonPages as pages } from '../platforms/schema.ts'

const wordOrHyphen = /^[A-Za-z0-9_-]{1,100}$/
const wordHyphenDot = /^[A-Za-z0-9_.-]{1,100}$/
const number = /^\d{1,20}$/

/** Where people work and answer together: companies' networks, chats, code, questions. Part of the table in `platforms/rules.ts`. */
export const communities = {
  engage: {
    hosts: 'engage.cloud.microsoft yammer.com',
    subdomains: 'web',
    kinds: {
      user: {
        handle: /^\d{3,20}$/,
        address: 'https://www.yammer.com/{network}/users/{handle}',
        label: 'users/{handle}',
        at: '/{network}/users/{handle}',
      },
      member: {
        handle: /^eyJ[A-Za-z0-9_=-]{8,200}$/,
        address: 'https://engage.cloud.microsoft/main/users/{handle}',
        label: 'users/{handle}',
        at: '/main/users/{handle}/** /main/{}/users/{handle}/** /main/org/{}/users/{handle}/**',
        folds: 'nothing',
      },
      community: {
        handle: /^eyJ[A-Za-z0-9_=-]{8,200}$/,
        address: 'https://engage.cloud.microsoft/main/groups/{handle}',
        label: 'groups/{handle}',
        at: '/main/groups/{handle}/** /main/{}/groups/{handle}/** /main/org/{}/groups/{handle}/**',
        folds: 'nothing',
        isShared: true,
      },
    },
    posts: [
      {
        at: '/main/threads/{id} /main/{}/threads/{id} /main/org/{}/threads/{id} /{network}/threads/{id} /{network}/messages/{id}',
        isUnsigned: true,
      },
    ],
  },
  slack: {
    hosts: 'slack.com',
    subdomains: '*',
    kinds: {
      member: {
        handle: /^[UW][A-Z0-9]{6,20}$/i,
        address: 'https://{server}/team/{handle}',
        label: '{server}/{handle}',
        at: '/team/{handle}',
      },
      workspace: {
        handle: /^[a-z0-9][a-z0-9-]*(?:\.enterprise)?$/i,
        address: 'https://{handle}.slack.com',
        label: '{handle}.slack.com',
        // A channel's link is the workspace's: who belongs to the one belongs to the other.
        at: '//{handle}.slack.com //{handle}.slack.com/messages/** //{handle}.slack.com/archives/{}',
        isShared: true,
      },
    },
    reserved: 'www app api join status get my files hooks slack edgeapi',
    posts: [{ at: '/archives/{}/p{id}', clock: 'slack', isUnsigned: true }],
  },
  teams: {
    hosts: 'teams.microsoft.com teams.cloud.microsoft teams.live.com',
    kinds: {
      team: {
        handle: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
        address: 'https://teams.microsoft.com/l/team/{thread}/conversations?groupId={handle}&tenantId={tenant}',
        at: '/l/team/{thread}/conversations?groupId={handle}&tenantId={tenant} /l/channel/{thread}/{}?groupId={handle}&tenantId={tenant}',
        isShared: true,
      },
    },
    posts: [{ at: '/l/message/{}/{id}', clock: 'milliseconds', isUnsigned: true }],
  },
  discord: {
    hosts: 'discord.com discordapp.com',
    subdomains: 'ptb canary',
    kinds: {
      user: { handle: /^\d{15,20}$/, address: 'https://discord.com/users/{handle}', label: 'users/{handle}', at: '/users/{handle}' },
    },
    posts: [{ at: '/channels/{}/{}/{id}', clock: 'discord', isUnsigned: true }],
    redirects: '/invite/{}',
  },
  github: {
    hosts: 'github.com',
    kinds: {
      // An underscore stands before the short code of a company's managed users.
      profile: {
        handle: /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:_[A-Za-z0-9]{1,12})?$/,
        address: 'https://github.com/{handle}',
        at: '/{handle} /orgs/{handle}/** /sponsors/{handle} //gist.github.com/{handle}',
      },
    },
    subdomains: 'gist',
    reserved: `${pages} apps collections customer-stories enterprise events features gist issues join logout marketplace new notifications orgs organizations pricing pulls readme security site sponsors stars team topics trending users codespaces copilot solutions resources`,
    posts: [
      { at: '/{handle}/{} //gist.github.com/{handle}/{id} /{handle}/{}/releases/** /{handle}/{}/tree/** /{handle}/{}/blob/**' },
      { at: '/{}/{}/**', isUnsigned: true },
    ],
  },
  gitlab: {
    hosts: 'gitlab.com',
    kinds: {
      profile: {
        handle: /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,254}$/,
        address: 'https://gitlab.com/{handle}',
        at: '/{handle} /users/{handle}',
      },
    },
    reserved: `${pages} users groups dashboard projects admin profile snippets -`,
    posts: [{ at: '/{handle}/{}' }, { at: '/{}/{}/**', isUnsigned: true }],
  },
  codeberg: {
    hosts: 'codeberg.org',
    kinds: { profile: { handle: wordHyphenDot, address: 'https://codeberg.org/{handle}', at: '/{handle}' } },
    reserved: `${pages} explore user issues pulls repo org`,
    posts: [{ at: '/{handle}/{}' }, { at: '/{}/{}/**', isUnsigned: true }],
  },
  bitbucket: {
    hosts: 'bitbucket.org',
    kinds: {
      profile: {
        handle: wordHyphenDot,
        address: 'https://bitbucket.org/{handle}',
        at: '/{handle} /{handle}/workspace/**',
      },
    },
    reserved: `${pages} product account dashboard repo snippets`,
    posts: [{ at: '/{handle}/{}' }, { at: '/{}/{}/**', isUnsigned: true }],
  },
  stackoverflow: {
    hosts: 'stackoverflow.com',
    subdomains: 'none', // pt.stackoverflow.com is another site with other users
    kinds: {
      user: { handle: number, address: 'https://stackoverflow.com/users/{handle}', label: 'users/{handle}', at: '/users/{handle}/**' },
    },
    // A share link (/q/1/2, /a/1/2) ends in the number of who shared it, not of who wrote it.
    posts: [{ at: '/questions/{id}/** /q/{id}/** /a/{id}/**', isUnsigned: true }],
  },
  stackexchange: {
    hosts:
      'stackexchange.com superuser.com serverfault.com askubuntu.com mathoverflow.net pt.stackoverflow.com es.stackoverflow.com ja.stackoverflow.com ru.stackoverflow.com',
    subdomains: '*',
    kinds: { user: { handle: number, address: 'https://{server}/users/{handle}', label: '{server}/{handle}', at: '/users/{handle}/**' } },
    posts: [{ at: '/questions/{id}/** /q/{id}/** /a/{id}/**', isUnsigned: true }],
  },
  exercism: {
    hosts: 'exercism.org exercism.io', // .io until 2021; it leads on
    kinds: {
      profile: { handle: wordOrHyphen, address: 'https://exercism.org/profiles/{handle}', at: '/profiles/{handle}/**' },
    },
  },
  kaggle: {
    hosts: 'kaggle.com',
    kinds: { profile: { handle: wordOrHyphen, address: 'https://www.kaggle.com/{handle}', at: '/{handle}' } },
    tabs: 'competitions datasets code discussion models',
    reserved: `${pages} competitions datasets code models discussions learn rankings organizations account me`,
    posts: [{ at: '/datasets/{handle}/{id} /code/{handle}/{id} /models/{handle}/{id}' }],
  },
  huggingface: {
    hosts: 'huggingface.co hf.co',
    kinds: { profile: { handle: wordHyphenDot, address: 'https://huggingface.co/{handle}', at: '/{handle}' } },
    tabs: 'models datasets spaces papers collections activity',
    reserved: `${pages} models datasets spaces papers posts learn tasks pricing enterprise join inference chat new organizations`,
    posts: [{ at: '/{handle}/{id} /datasets/{handle}/{id} /spaces/{handle}/{id}' }],
  },
  hackernews: {
    hosts: 'news.ycombinator.com',
    subdomains: 'none',
    kinds: {
      profile: {
        handle: /^[A-Za-z0-9_-]{2,15}$/,
        address: 'https://news.ycombinator.com/user?id={handle}',
        at: '/user?id={handle} /submitted?id={handle} /threads?id={handle}',
        folds: 'nothing',
      },
    },
    posts: [{ at: '/item?id={id}', isUnsigned: true }],
  },
  keybase: {
    hosts: 'keybase.io',
    kinds: { profile: { handle: /^\w{2,16}$/, address: 'https://keybase.io/{handle}', at: '/{handle}/**' } },
    reserved: `${pages} team inv`,
  },
} satisfies Partial<Record<Platform, PlatformRule>>
