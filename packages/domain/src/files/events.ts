import type { MediaType } from './schema.ts'

/** What happens to files: never a name, which is a text. */
export type FileEvent = {
  readonly subject: { readonly kind: 'file'; readonly id: string }
} & (
  | { readonly type: 'file.stored'; readonly payload: { readonly mediaType: MediaType; readonly size: number } }
  | { readonly type: 'file.erased'; readonly payload?: undefined }
)
