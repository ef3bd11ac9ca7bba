import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { clientAddress } from "@/server/auth/client-address";
import { limitKey } from "@/server/auth/limit-key";
import { rateLimit } from "@/server/auth/rate-limit";
import { makeQr } from "@/server/domain/qr/make-qr";
import { type MakeQrInput, makeQrInput } from "@/server/domain/qr/schema";
import { AppError } from "@/server/lib/errors";
import { readQrRequest } from "@/server/rest/read-qr-request";

/**
 * QR codes for anyone, multipart or JSON: text, logo (a file, or base64 in JSON), format, size, margin, colors, modules,
 * eyes, mm, dpi, logoArea. Answers with the file; `X-QR-Version`, `X-QR-Level` and `X-QR-Modules` tell of the code.
 */
export const qrRoutes = new OpenAPIHono()
  .post("/", (c) => answer(c))
  // Addresses of the older platform.
  .post("/build", (c) => answer(c))
  .post("/preview", (c) => answer(c, "svg"));

async function answer(c: Context, format?: MakeQrInput["format"]): Promise<Response> {
  await rateLimit("qr", limitKey(clientAddress(c.req.raw.headers)));
  const { fields, logo } = await readQrRequest(c.req.raw);
  const input = makeQrInput.safeParse(format ? { format, ...fields } : fields);
  if (!input.success) {
    const [issue] = input.error.issues;
    throw new AppError("bad_input", "bad_input", `${issue?.path.join(".")}: ${issue?.message}`);
  }
  const startedAt = performance.now();
  const file = await makeQr(input.data, logo);
  return c.body(new Uint8Array(file.body), 200, {
    "Content-Type": file.mimeType,
    "Content-Disposition": `attachment; filename="${file.fileName}"`,
    "Content-Security-Policy": "default-src 'none'; img-src data:; sandbox",
    "Cache-Control": "no-store",
    "X-QR-Version": String(file.version),
    "X-QR-Level": file.level,
    "X-QR-Modules": String(file.modules),
    "Server-Timing": `qr;dur=${(performance.now() - startedAt).toFixed(1)}`,
  });
}
