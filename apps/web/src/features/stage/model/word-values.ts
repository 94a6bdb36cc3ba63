/** Of a form: what is said beside a story. */
export type WordValues = {
  reason: string
  quote: string
  needed: string
  learnt: string
  thanks: string
  client: 'shown' | 'withheld'
  clientAs: string
}
