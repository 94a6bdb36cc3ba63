import { isAscii } from 'node:buffer'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type Encoding, encodings } from '@oeuvre/domain/transfers/schema'
import chardet from 'chardet'
import { fileTypeFromBuffer } from 'file-type'
import type { ByteSurvey } from './byte-survey.ts'

const pages = /^\s*(?:<!doctype|<html|<head|<body|<table|<meta|<script|<svg|<\?xml|<!--)/i
const json = /^\s*(?:\[\s*\{|\{)\s*"/
const workbooks = ['xlsx', 'xlsm', 'xls', 'cfb', 'ods', 'xltx', 'xltm', 'numbers']
const textualTypes = ['pdf', 'rtf', 'xml', 'ps', 'eps']

function hasControls(head: Buffer): boolean {
  return head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27)
}

/** The encoding that a byte order mark names. */
function markedEncoding(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

/** UTF-16 without its mark: in Western text every other byte is zero. */
function zeroPattern(head: Buffer): Encoding | null {
  const sample = head.subarray(0, 4096)
  const zeros = [0, 0]
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros.map((n) => n / (sample.length / 2))
  if (odd > 0.3 && even < 0.05) return 'utf-16le'
  return even > 0.3 && odd < 0.05 ? 'utf-16be' : null
}

/** @throws DomainError `file-not-csv` for a workbook, a web page or anything else that only bears the name. */
async function refuseOtherFiles(head: Buffer, isSixteen: boolean): Promise<void> {
  const refuse = (kind: 'workbook' | 'page' | 'other') => {
    throw new DomainError({ code: 'file-not-csv', field: 'file', params: { kind } })
  }
  const text = isSixteen
    ? head
        .toString('latin1')
        .replaceAll('\u0000', '')
        .replace(/^[ÿþ]{2}/, '')
    : head.toString('latin1').replace(/^ï»¿/, '')
  if (pages.test(text)) refuse('page')
  if (json.test(text)) refuse('other')
  if (isSixteen) return
  // A few letters are the signature of some binary format ("BM", "MZ"), so text is believed to be text.
  const type = await fileTypeFromBuffer(head)
  if (type && (hasControls(head) || textualTypes.includes(type.ext))) refuse(workbooks.includes(type.ext) ? 'workbook' : 'other')
  const zeros = head.filter((byte) => byte === 0).length
  if (zeros > head.length / 500 && zeros > 2) refuse('other')
}

const latin: readonly string[] = ['iso-8859-1', 'windows-1252']

function olderEncoding(sample: Buffer): Encoding {
  const found = chardet.analyse(sample).map(({ name, confidence }) => ({ name: name.toLowerCase(), confidence }))
  const western = found.find(({ name }) => latin.includes(name))
  const known = found.find(({ name }) => (encodings as readonly string[]).includes(name) && !name.startsWith('utf'))
  // Short texts fit many encodings almost alike; Western is by far the commonest in our files.
  if (!known || (western && western.confidence + 15 >= known.confidence)) return 'windows-1252'
  return known.name as Encoding
}

/**
 * The encoding of a file: byte order mark, zero bytes of UTF-16, valid UTF-8, else the statistics of its letters.
 * @throws DomainError `file-empty`, `file-not-csv`, or `file-encoding-broken` with the line for UTF-8 with a few broken bytes.
 */
export async function recogniseEncoding({ size, head, foreign, utf8 }: ByteSurvey): Promise<Encoding> {
  if (size === 0) throw new DomainError({ code: 'file-empty', field: 'file' })
  const marked = markedEncoding(head)
  const sixteen = marked?.startsWith('utf-16') ? marked : marked ? null : zeroPattern(head)
  await refuseOtherFiles(head, sixteen !== null)
  if (sixteen) return sixteen
  if (utf8.broken === 0) return 'utf-8'
  if (marked === 'utf-8' || utf8.sequences > utf8.broken * 2)
    throw new DomainError({ code: 'file-encoding-broken', field: 'file', params: { line: utf8.firstBrokenLine ?? 1 } })
  // The beginning says most, unless all that is not ASCII stands behind it.
  return olderEncoding(isAscii(head) ? foreign : head)
}
