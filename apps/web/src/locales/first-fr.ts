import { errors } from './fr/errors.ts'
import { home } from './fr/home.ts'
import { outcomes } from './fr/outcomes.ts'
import { review } from './fr/review.ts'
import { shell } from './fr/shell.ts'
import { words } from './fr/words.ts'

/** What the frame and the first screens say: loaded before anything is drawn. */
export const first = { errors, home, outcomes, review, shell, words }
