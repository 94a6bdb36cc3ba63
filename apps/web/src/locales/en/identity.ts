import type { Shape } from '../catalogue.ts'
import type { identity as source } from '../fr/identity.ts'

export const identity = {
  signIn: {
    title: 'Sign in',
    motto: 'The work,<br></br>not the chisel.',
    intro: 'What people brought about, and those who helped them.',
    email: 'Work e-mail',
    password: 'Password',
    submit: 'Sign in',
    forgotten: 'Password forgotten? Your administrator can give you a link.',
  },
  choose: { title: 'Where to?', none: 'No organization counts you among its people. Ask its administrator for an invitation.' },
  password: { show: 'Show the password' },
} satisfies Shape<typeof source>
