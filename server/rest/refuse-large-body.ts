/** A text of knowledge at its longest, with every letter escaped. */
const largestBytes = 2 * 1024 * 1024;

/** The answer to a body that is larger than any of ours, or does not say how large it is; null for all others. */
export function refuseLargeBody({ headers }: Pick<Request, "headers">): Response | null {
  const refusal = (status: number, code: string, message: string) =>
    Response.json({ error: { code, message } }, { status });
  if (headers.has("transfer-encoding"))
    return refusal(411, "length_required", "Say the body's length in Content-Length.");
  if (Number(headers.get("content-length") ?? 0) <= largestBytes) return null;
  return refusal(413, "too_large", "The body is larger than 2 MB.");
}
