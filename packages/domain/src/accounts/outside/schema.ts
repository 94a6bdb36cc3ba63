import { z } from 'zod'

/** Why an address outside is not asked, or its answer not taken. */
export const outsideRefusals = [
  'not-an-address',
  'scheme',
  'credentials',
  'port',
  'host-by-number',
  'host-private',
  'host-unknown',
  'resolves-inside',
  'redirects',
  'redirect-insecure',
  'robots',
  'pace',
  'time',
  'size',
  'encoding',
  'kind',
  'status',
  'connection',
] as const
export const OutsideRefusal = z.enum(outsideRefusals)
export type OutsideRefusal = z.infer<typeof OutsideRefusal>
