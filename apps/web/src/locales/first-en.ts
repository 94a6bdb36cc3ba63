import { errors } from './en/errors.ts'
import { home } from './en/home.ts'
import { outcomes } from './en/outcomes.ts'
import { review } from './en/review.ts'
import { shell } from './en/shell.ts'
import { words } from './en/words.ts'

/** What the frame and the first screens say: loaded before anything is drawn. */
export const first = { errors, home, outcomes, review, shell, words }
