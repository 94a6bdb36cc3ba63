/** What headers are compared by: letters and digits only, no accents, no case. `Close Date`, `close_date` and `closeDate` agree. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** External ids keep their case: those of some systems differ by nothing else. */
export function idKey(text: string): string {
  return text.normalize('NFC').trim()
}
