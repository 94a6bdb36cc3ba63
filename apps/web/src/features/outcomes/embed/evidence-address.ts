import { organizationSlug } from '../../../lib/organization.ts'

function inOrganization(path: string): string {
  return `/api/o/${encodeURIComponent(organizationSlug.get() ?? '')}${path}`
}

/** Where the file of a piece of evidence is fetched, by those who may see it. */
export function evidenceAddress(outcomeId: string, evidenceId: string): string {
  return inOrganization(`/outcomes/${outcomeId}/evidence/${evidenceId}`)
}

/** A file of one's own that stands on nothing yet. */
export function ownFileAddress(fileId: string): string {
  return inOrganization(`/files/${fileId}`)
}

/** Small enough for a list. */
export function thumbnailOf(address: string): string {
  return `${address}?look=thumbnail`
}
