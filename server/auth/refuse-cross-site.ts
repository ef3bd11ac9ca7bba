import { isCrossSite } from "@/server/auth/is-cross-site";
import { AppError } from "@/server/lib/errors";

const readOnly = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Throws `forbidden` (`cross_site`) for a request that would change something by its cookies and comes from another
 * site's page. Who proves themselves by a header (a customer, a program) is none of it: a browser adds no such header
 * by itself.
 */
export function refuseCrossSite({ method, headers }: Pick<Request, "method" | "headers">): void {
  if (readOnly.has(method) || !headers.has("cookie")) return;
  if (headers.has("authorization") || headers.has("x-api-key")) return;
  if (isCrossSite(headers))
    throw new AppError("forbidden", "cross_site", "This may be asked from our own pages only.");
}
