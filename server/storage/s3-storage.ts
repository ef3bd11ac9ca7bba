import { Readable } from "node:stream";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Storage } from "@/server/storage/storage";

export type S3Settings = {
  endpoint: string;
  /** Under which browsers reach the same server; without it there are no presigned addresses. */
  publicEndpoint?: string;
  bucket: string;
  /** Without a pair of keys, the SDK finds the machine's own. */
  accessKey?: string;
  secretKey?: string;
};

/** Written over by each look at whether anything can be kept. */
const checkKey = ".check";

/** Files in one bucket of an S3 server, which is made on first use if it is missing. */
export function s3Storage(settings: S3Settings): Storage {
  const { bucket: Bucket } = settings;
  const client = clientFor(settings, settings.endpoint);
  const publicClient = settings.publicEndpoint ? clientFor(settings, settings.publicEndpoint) : null;
  let ready: Promise<void> | undefined;

  /** Sends one command to a bucket that is there; failures come in words. */
  async function inBucket<Output>(send: () => Promise<Output>): Promise<Output> {
    try {
      ready ??= ensureBucket(client, Bucket);
      await ready;
      return await send();
    } catch (error) {
      if (isMissing(error)) throw error;
      // The next call looks again: the server may be back, and somebody may have removed the bucket.
      ready = undefined;
      throw inWords(error, settings);
    }
  }

  const put: Storage["put"] = async (key, stream, { mimeType, sizeBytes }) => {
    const broken = new AbortController();
    // The length is known, so the body flows through; with an unknown one the SDK would gather 5 MB pieces.
    const body = Readable.from(exactly(stream, sizeBytes)).on("error", (error) => broken.abort(error));
    const command = new PutObjectCommand({
      Bucket,
      Key: key,
      Body: body,
      ContentLength: sizeBytes,
      ContentType: mimeType,
    });
    try {
      await inBucket(() => client.send(command, { abortSignal: broken.signal }));
    } finally {
      body.destroy();
      stream.destroy();
    }
  };

  return {
    put,
    async get(key, range) {
      try {
        const found = await inBucket(() =>
          client.send(
            new GetObjectCommand({
              Bucket,
              Key: key,
              Range: range && `bytes=${range.start}-${range.end}`,
            }),
          ),
        );
        if (!(found.Body instanceof Readable)) throw new Error("The S3 server sent no body");
        const whole = found.ContentRange?.split("/")[1] ?? found.ContentLength;
        return { stream: found.Body, sizeBytes: Number(whole) };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async delete(keys) {
      // One by one: not every S3 server knows the checksums that the SDK puts on the request for many.
      for (const Key of keys) await inBucket(() => client.send(new DeleteObjectCommand({ Bucket, Key })));
    },
    async *list() {
      await inBucket(async () => {});
      for await (const { Contents } of paginateListObjectsV2({ client }, { Bucket })) {
        for (const { Key, LastModified } of Contents ?? []) {
          if (Key && LastModified) yield { key: Key, writtenAt: LastModified };
        }
      }
    },
    async presign(key, { expiresSeconds, mimeType, disposition }) {
      if (!publicClient) return null;
      const command = new GetObjectCommand({
        Bucket,
        Key: key,
        ResponseContentType: mimeType,
        ResponseContentDisposition: disposition,
      });
      return getSignedUrl(publicClient, command, { expiresIn: expiresSeconds });
    },
    async check() {
      await put(checkKey, Readable.from([Buffer.from("ok")]), { mimeType: "text/plain", sizeBytes: 2 });
    },
  };
}

/** The stream's pieces; fails before the last one when there are more or fewer bytes, so that nothing is kept. */
async function* exactly(stream: Readable, sizeBytes: number): AsyncGenerator<Buffer> {
  let passed = 0;
  for await (const piece of stream) {
    passed += piece.length;
    if (passed > sizeBytes) break;
    yield piece;
  }
  if (passed !== sizeBytes) throw new Error(`Expected ${sizeBytes} bytes and got ${passed}`);
}

function clientFor({ accessKey, secretKey }: S3Settings, endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    // S3 servers of one's own know no regions, and take the oldest one's name.
    region: "us-east-1",
    forcePathStyle: true,
    // Checksums in trailers are younger than many S3 servers.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    // What fails is thrown, in words; the SDK would write to the console as well.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    requestHandler: { connectionTimeout: 3000, requestTimeout: 30_000 },
    ...(accessKey && secretKey && { credentials: { accessKeyId: accessKey, secretAccessKey: secretKey } }),
  });
}

async function ensureBucket(client: S3Client, Bucket: string): Promise<void> {
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
  } catch (error) {
    if (!(error instanceof S3ServiceException) || error.$metadata.httpStatusCode !== 404) throw error;
    await client.send(new CreateBucketCommand({ Bucket })).catch((refusal: unknown) => {
      // Another process was faster.
      if (!(refusal instanceof Error && refusal.name.startsWith("BucketAlready"))) throw refusal;
    });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.name === "NoSuchKey";
}

function inWords(error: unknown, { endpoint, bucket }: S3Settings): Error {
  const server = new URL(endpoint).host;
  if (!(error instanceof S3ServiceException)) {
    return new Error(`The S3 server ${server} does not answer.`, { cause: error });
  }
  const status = error.$metadata.httpStatusCode;
  const refused = status === 401 || status === 403;
  return new Error(
    refused
      ? `The S3 server ${server} refused the access key for the bucket ${bucket} (${error.name}).`
      : `The S3 server ${server} could not do it (${status} ${error.name}).`,
    { cause: error },
  );
}
