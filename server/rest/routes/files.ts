import { Readable } from "node:stream";
import { ReadableStream } from "node:stream/web";
import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { customerActor } from "@/server/auth/customer-actor";
import { memberActor } from "@/server/auth/member-actor";
import { rateLimit } from "@/server/auth/rate-limit";
import { type LinkedFile, openLinkedFile } from "@/server/domain/files/open-linked-file";
import type { UploadedFileView } from "@/server/domain/files/schema";
import { type IncomingUpload, uploadFile } from "@/server/domain/files/upload-file";
import { uploadMemberFile } from "@/server/domain/files/upload-member-file";
import { AppError } from "@/server/lib/errors";
import { filePagePolicy } from "@/server/lib/file-page-policy";
import { failure } from "@/server/rest/failure";
import { readRange } from "@/server/rest/read-range";

const linkSchema = z.object({
  id: z.uuid(),
  variant: z.enum(["original", "thumbnail"]).default("original"),
  download: z
    .literal("1")
    .optional()
    .transform((value) => value === "1"),
  expires: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
  signature: z.string().max(100),
});

type Take = (upload: IncomingUpload) => Promise<UploadedFileView>;

async function forCustomer(c: Context): Promise<Take> {
  const actor = await customerActor(c.req.header("authorization") ?? null);
  await rateLimit("customer-upload", actor.contactId);
  return (upload) => uploadFile(actor, upload);
}

/** The header keeps other sites out: no browser sends it for them without asking us first. */
async function forMember(c: Context, conversation: string): Promise<Take> {
  const actor = await memberActor(c.req.raw.headers);
  await rateLimit("member-upload", actor.userId);
  if (!/^\d{1,9}$/.test(conversation))
    throw new AppError(
      "bad_input",
      "bad_conversation",
      "X-Conversation-Id should be a conversation's number.",
    );
  return (upload) => uploadMemberFile(actor, Number(conversation), upload);
}

/**
 * Uploads by customers and, with X-Conversation-Id, by members (the body is the file, its name in X-File-Name), and
 * files by signed link.
 */
export const fileRoutes = new OpenAPIHono()
  .post("/", async (c) => {
    const conversation = c.req.header("x-conversation-id");
    const take = conversation === undefined ? await forCustomer(c) : await forMember(c, conversation);
    const body = c.req.raw.body as ReadableStream | null;
    const view = await take({
      stream: body ? Readable.fromWeb(body) : Readable.from([]),
      announcedBytes: announced(c.req.header("content-length")),
      fileName: nameIn(c.req.header("x-file-name")),
      mimeType: c.req.header("content-type"),
    });
    return c.json(view, 201);
  })
  .get("/:id/:name", async (c) => {
    const link = linkSchema.safeParse({ ...c.req.query(), id: c.req.param("id") });
    if (!link.success) throw new AppError("forbidden", "link_invalid", "This link is not valid.");
    const { signature, ...grant } = link.data;
    const file = await openLinkedFile(grant, signature);
    const address = await file.address();
    if (address) {
      c.header("Cache-Control", "private, max-age=120");
      return c.redirect(address, 302);
    }
    return sendFile(c, file, `"${grant.id}-${grant.variant}"`);
  });

async function sendFile(c: Context, file: LinkedFile, etag: string): Promise<Response> {
  const headers = {
    "Content-Type": file.mimeType,
    "Content-Disposition": file.disposition,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": filePagePolicy,
    "Cross-Origin-Resource-Policy": "same-origin",
    // The bytes under an id never change; compressed on the way, parts would not fit together.
    "Cache-Control": "private, max-age=43200, immutable, no-transform",
    ETag: etag,
    "Accept-Ranges": file.sizeBytes === null ? "none" : "bytes",
  };
  if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
  const ifRange = c.req.header("if-range");
  const wanted = ifRange && ifRange !== etag ? undefined : c.req.header("range");
  const range = file.sizeBytes === null ? null : readRange(wanted, file.sizeBytes);
  if (range === "unsatisfiable") {
    c.header("Content-Range", `bytes */${file.sizeBytes}`);
    return failure(c, 416, "range_unsatisfiable", "The file ends before the part that was asked for.");
  }
  const { stream, sizeBytes } = await file.open(range ?? undefined);
  const length = range ? range.end - range.start + 1 : sizeBytes;
  const head = c.req.raw.method === "HEAD";
  if (head) stream.destroy();
  // Given up by its reader, the stream is closed with it.
  const body = head ? null : (ReadableStream.from(stream) as unknown as globalThis.ReadableStream);
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      "Content-Length": String(length),
      ...(range && { "Content-Range": `bytes ${range.start}-${range.end}/${sizeBytes}` }),
    },
  });
}

function announced(header: string | undefined): number | undefined {
  return header && /^\d+$/.test(header) ? Number(header) : undefined;
}

/** Names travel percent-encoded: headers carry no other letters. */
function nameIn(header: string | undefined): string | undefined {
  try {
    return header && decodeURIComponent(header);
  } catch {
    throw new AppError("bad_input", "bad_file_name", "X-File-Name should be percent-encoded UTF-8.");
  }
}
