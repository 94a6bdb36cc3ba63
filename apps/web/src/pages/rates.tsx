import { Unconverted } from '../features/outcomes/embed/unconverted.tsx'
import { Rates } from '../features/rates/embed/rates.tsx'

/** Exchange rates, and the results that wait for one. */
export function RatesPage() {
  return <Rates missing={<Unconverted />} />
}
