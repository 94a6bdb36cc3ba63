import { z } from 'zod'
import { OutsideRefusal } from '../../accounts/outside/schema.ts'
import { Language } from '../../organizations/schema.ts'
import { Instant } from '../../time/day.ts'

export const channelKinds = ['slack', 'teams'] as const
export const ChannelKind = z.enum(channelKinds)
export type ChannelKind = z.infer<typeof ChannelKind>

/** Where stories are told as they come on stage. The address is a secret: it is sealed, and shown to nobody again. */
export const StageChannel = z.object({
  kind: ChannelKind,
  host: z.string(),
  language: Language,
  setAt: Instant,
  sentAt: Instant.nullable(),
  /** false: it was sealed under another secret of this server, and has to be entered again. */
  isReadable: z.boolean(),
  /** Why the last story was not taken; null: it was, or none was sent yet. */
  failure: z.object({ at: Instant, reason: OutsideRefusal, status: z.int().nullable() }).nullable(),
})
export type StageChannel = z.infer<typeof StageChannel>
/** `isHeld`: results are not everybody's to see here, so that nothing is posted where everybody reads. `canSend`: this server goes outside. */
export const StageChannelOutput = z.object({ channel: StageChannel.nullable(), isHeld: z.boolean(), canSend: z.boolean() })
export type StageChannelOutput = z.infer<typeof StageChannelOutput>
export const SaveStageChannelInput = z.object({ address: z.string().max(2_000), language: Language })
export type SaveStageChannelInput = z.infer<typeof SaveStageChannelInput>
