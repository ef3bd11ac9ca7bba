type PagePolicy = { path: string; nonce: string; demo: boolean; development: boolean };

/** Where Telegram's web clients frame the Mini App from (core.telegram.org/bots/webapps). */
const telegramFrames = "https://web.telegram.org https://*.telegram.org";

/**
 * Content-Security-Policy of a page: only scripts with this request's nonce run, and those that they load. Only /chat
 * may be framed, by Telegram, and by our own simulator while the demo is on.
 */
export function pagePolicy({ path, nonce, demo, development }: PagePolicy): string {
  const isChat = /^\/chat\/?$/.test(path);
  const ancestors = isChat ? `${demo ? "'self' " : ""}${telegramFrames}` : "'none'";
  return [
    "default-src 'self'",
    // Browsers that know 'strict-dynamic' go by the nonce alone; the addresses are for those that do not.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isChat ? " https://telegram.org" : ""}${development ? " 'unsafe-eval'" : ""}`,
    // React and Radix write style attributes, which no nonce can allow.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join("; ");
}
