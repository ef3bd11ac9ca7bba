/** Content-Security-Policy of every file that somebody sent: opened as a page it may run and reach nothing. */
export const filePagePolicy =
  "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";
