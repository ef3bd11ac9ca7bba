import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { appUrl } from "./server/lib/env";
import { filePagePolicy } from "./server/lib/file-page-policy";

// next-auth asks its own variable for the site's address; without it, it would send people to port 3000.
process.env.NEXTAUTH_URL = appUrl;

const development = process.env.NODE_ENV === "development";

/** `frame-ancestors` differs by page, the rest is the same everywhere. */
function contentSecurityPolicy(frameAncestors: string): string {
  return [
    "default-src 'self'",
    // Next writes its start-up data into inline scripts; telegram.org serves the Mini App's own script.
    `script-src 'self' 'unsafe-inline' https://telegram.org${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join("; ");
}

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactCompiler: true,
  reactStrictMode: true,
  // npm test checks the types; a start on somebody's machine need not.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "prom-client", "zxing-wasm"],
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "Content-Security-Policy", value: contentSecurityPolicy("'none'") },
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "Permissions-Policy", value: "camera=(), geolocation=(), browsing-topics=()" },
        ],
      },
      {
        // Telegram's web clients show the Mini App in a frame; our simulator does too.
        source: "/chat",
        headers: [
          {
            key: "Content-Security-Policy",
            value: contentSecurityPolicy("'self' https://web.telegram.org https://*.telegram.org"),
          },
        ],
      },
      // Set here too: for a header that both set, this file wins over the route.
      {
        source: "/api/files/:path*",
        headers: [{ key: "Content-Security-Policy", value: filePagePolicy }],
      },
    ];
  },
};

export default createNextIntlPlugin("./app/i18n/request.ts")(nextConfig);
