import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

type Bucket = { readonly disk: Disk; upload(key: string, contents: Readable): Promise<unknown> }

/** Buckets by their address, opened once by `prepareFiles`: their library is loaded only where one is used. */
const buckets = new Map<string, Bucket>()

/**
 * Where files are kept: a folder that all servers share, or `s3://bucket`, whose keys, region and endpoint are the environment
 * variables that every S3 client reads (AWS_ACCESS_KEY_ID, AWS_REGION, AWS_ENDPOINT_URL_S3 …). Keys are ours, never a name that somebody sent.
 */
export function openFiles(filesDir: string): Disk {
  if (!isBucket(filesDir)) return new Disk(new FSDriver({ location: resolve(filesDir), visibility: 'private' }))
  return bucketOf(filesDir).disk
}

function bucketOf(filesDir: string): Bucket {
  const bucket = buckets.get(filesDir)
  if (!bucket) throw new Error('the bucket was not prepared')
  return bucket
}

/** Keeps what comes in a stream, of a length that is not known before: a bucket takes that in parts only. */
export async function keepStream(filesDir: string, key: string, contents: Readable): Promise<void> {
  if (isBucket(filesDir)) await bucketOf(filesDir).upload(key, contents)
  else await openFiles(filesDir).putStream(key, contents)
}

function isBucket(filesDir: string): boolean {
  return filesDir.startsWith('s3://')
}

/** Before anything is kept or fetched. */
export async function prepareFiles(filesDir: string): Promise<void> {
  if (!isBucket(filesDir) || buckets.has(filesDir)) return
  const [{ S3Client }, { Upload }, { S3Driver }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/lib-storage'),
    import('flydrive/drivers/s3'),
  ])
  const bucket = new URL(filesDir).hostname
  // Buckets of one's own are addressed by path; the big ones understand that too. Rights are the bucket's, never an object's.
  const client = new S3Client({ forcePathStyle: true })
  buckets.set(filesDir, {
    disk: new Disk(new S3Driver({ client, bucket, visibility: 'private', supportsACL: false })),
    upload: (Key, Body) => new Upload({ client, params: { Bucket: bucket, Key, Body } }).done(),
  })
}
