const patterns: [RegExp, string][] = [
  // Telegram tokens also stand inside URLs: /bot<token>/method.
  [/(?<!\d)\d{6,}:[\w-]{30,}/g, "[token]"],
  [/\bBOT-[0-9a-f]{8}-[\w-]{20,}/gi, "[token]"],
  [/\bsk-[\w-]{8,}/g, "[key]"],
  [/(Bearer\s+)[\w.~+/=-]{8,}/gi, "$1[token]"],
  [/\b(postgres(?:ql)?|rediss?|https?|smtps?):\/\/([^:/\s"@]+):[^@/\s"]+@/gi, "$1://$2:[password]@"],
  [
    /("(?:[\w-]*(?:password|secret|token|api_?key|authorization|initData|hash|cookie)[\w-]*)"\s*:\s*)"(?:[^"\\]|\\.)*"/gi,
    '$1"[redacted]"',
  ],
  [
    /(\\"(?:[\w-]*(?:password|secret|token|api_?key|authorization|initData|hash|cookie)[\w-]*)\\"\s*:\s*)\\"[^"\\]*\\"/gi,
    '$1\\"[redacted]\\"',
  ],
  // Signed links to files, ours and an S3 server's.
  [/(signature=)[\w-]{20,}/gi, "$1[redacted]"],
  [/(hash=)[0-9a-f]{64}/gi, "$1[redacted]"],
];

/** The line with every secret that we know the shape of cut out. */
export function redactSecrets(line: string): string {
  return patterns.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), line);
}
