import { z } from 'zod'
import { Id } from '../ids/ids.ts'

/** What may be shown as evidence, by what the bytes are. */
export const mediaTypes = {
  'image/jpeg': { kind: 'image', extension: 'jpg' },
  'image/png': { kind: 'image', extension: 'png' },
  'image/webp': { kind: 'image', extension: 'webp' },
  'image/avif': { kind: 'image', extension: 'avif' },
  'image/gif': { kind: 'image', extension: 'gif' },
  'application/pdf': { kind: 'pdf', extension: 'pdf' },
  'message/rfc822': { kind: 'mail', extension: 'eml' },
  'application/vnd.ms-outlook': { kind: 'mail', extension: 'msg' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { kind: 'office', extension: 'docx' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'office', extension: 'xlsx' },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { kind: 'office', extension: 'pptx' },
  'application/vnd.oasis.opendocument.text': { kind: 'office', extension: 'odt' },
  'application/vnd.oasis.opendocument.spreadsheet': { kind: 'office', extension: 'ods' },
  'application/vnd.oasis.opendocument.presentation': { kind: 'office', extension: 'odp' },
} as const
export const fileKinds = ['image', 'pdf', 'mail', 'office'] as const
export const FileKind = z.enum(fileKinds)
export type FileKind = z.infer<typeof FileKind>
export type MediaType = keyof typeof mediaTypes
export const MediaType = z.custom<MediaType>((value) => typeof value === 'string' && Object.hasOwn(mediaTypes, value))

/** Sizes in bytes. */
export const fileLimits = {
  size: 25 * 1024 * 1024,
  /** What one request carries: as much is sent again after a break. */
  part: 1024 * 1024,
  /** All that somebody keeps, what is on its way included. */
  perPerson: 2 * 1024 * 1024 * 1024,
  /** On their way at once. */
  uploads: 50,
  /** Width times height, all frames of an animation together. */
  pixels: 100_000_000,
  name: 120,
} as const

export const FileSize = z.int().min(1).max(fileLimits.size)

/** A file as those see it who may see the evidence. Where it is fetched depends on the outcome that it stands on. */
export const FileOutput = z.object({
  id: Id,
  name: z.string(),
  mediaType: MediaType,
  kind: FileKind,
  size: z.int(),
  /** Of pictures. */
  width: z.int().nullable(),
  height: z.int().nullable(),
})
export type FileOutput = z.infer<typeof FileOutput>
