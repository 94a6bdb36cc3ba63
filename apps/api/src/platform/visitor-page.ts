import { createHash } from 'node:crypto'

/** What somebody is told who followed a link and is nobody here. Says neither whose it was nor where it led. */
export type VisitorNotice = 'expired' | 'withdrawn' | 'blocked' | 'unknown' | 'later'
type Words = Readonly<Record<VisitorNotice, readonly [title: string, text: string]>>

const words: Readonly<Record<'fr' | 'en', Words>> = {
  fr: {
    expired: [
      'Ce lien n’est plus valable',
      'La personne qui l’a partagé lui avait donné un dernier jour, qui est passé. Elle pourra vous dire où se trouve aujourd’hui ce qu’elle voulait vous montrer.',
    ],
    withdrawn: [
      'Ce lien a été retiré',
      'La personne qui l’avait partagé l’a repris. Vous n’avez rien fait de travers, et rien n’est retenu de votre passage.',
    ],
    blocked: ['Ce lien ne mène plus nulle part', 'La page vers laquelle il menait ne fait plus partie de celles que l’entreprise partage.'],
    unknown: ['Ce lien n’existe pas', 'Il manque peut-être une lettre à la fin de l’adresse, ou l’une d’elles a été prise pour une autre.'],
    later: ['Un instant', 'Ce lien ne peut pas être ouvert tout de suite. Rechargez la page dans quelques secondes.'],
  },
  en: {
    expired: [
      'This link is no longer valid',
      'Whoever shared it gave it a last day, which has passed. They can tell you where to find today what they wanted to show you.',
    ],
    withdrawn: ['This link was withdrawn', 'Whoever had shared it took it back. You did nothing wrong, and nothing is kept of your visit.'],
    blocked: ['This link leads nowhere any more', 'The page that it led to is no longer among those that the company shares.'],
    unknown: ['There is no such link', 'Perhaps a letter is missing at the end of the address, or one was taken for another.'],
    later: ['One moment', 'This link cannot be opened right now. Load the page again in a few seconds.'],
  },
}

const style =
  'html{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;background:#fbf9f5;color:#1d1b19;font:18px/1.6 "Source Sans 3",system-ui,sans-serif}' +
  'main{max-width:32rem;padding:2rem 1.5rem}h1{font:600 2rem/1.2 Georgia,serif;margin:0 0 1rem}p{margin:0}p+p{margin-top:1.5rem}a{color:inherit}' +
  '@media(prefers-color-scheme:dark){body{background:#1a1816;color:#ede8df}}'
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`

/** The first of our languages that the browser asks for by weight; English where it asks for neither. */
export function visitorLanguage(accepted: string): 'fr' | 'en' {
  const asked = accepted
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
      const weight = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1)
      return { language: tag.split('-')[0] ?? '', weight }
    })
    .filter(({ language, weight }) => (language === 'fr' || language === 'en') && weight > 0)
  return asked.toSorted((a, b) => b.weight - a.weight)[0]?.language === 'fr' ? 'fr' : 'en'
}

type Page = {
  readonly language: 'fr' | 'en'
  readonly title: string
  readonly text: string
  readonly head?: string
  readonly more?: string
}

function documentOf({ language, title, text, head = '', more = '' }: Page): { readonly html: string; readonly policy: string } {
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">${head}<title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${text}</p>${more}</main></body></html>`
  return { html, policy }
}

/** A page of its own, with the policy that lets nothing in but its style. */
export function pageFor(notice: VisitorNotice, accepted: string): { readonly html: string; readonly policy: string } {
  const language = visitorLanguage(accepted)
  const [title, text] = words[language][notice]
  return documentOf({ language, title, text })
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)
}

const storyWords = {
  fr: (name: string) => [
    `Une histoire chez ${name}`,
    'Elle se lit en se connectant : ici, rien n’en est dit de plus.',
    'Se connecter pour la lire',
  ],
  en: (name: string) => [`A story at ${name}`, 'It is read after signing in: nothing more of it is said here.', 'Sign in to read it'],
} as const

/** What a shared story says to whoever is not signed in, and to whatever draws previews: whose it is, and nothing else. `address`: where it is read. */
export function storyPage(
  { organization, address }: { readonly organization: string; readonly address: string },
  accepted: string,
): { readonly html: string; readonly policy: string } {
  const language = visitorLanguage(accepted)
  const [title = '', text = '', link = ''] = storyWords[language](escaped(organization))
  const head = `<meta property="og:type" content="website"><meta property="og:site_name" content="Oeuvre"><meta property="og:title" content="${title}"><meta property="og:locale" content="${language === 'fr' ? 'fr_FR' : 'en_GB'}">`
  return documentOf({ language, title, text, head, more: `<p><a href="${escaped(address)}">${link}</a></p>` })
}
