import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { appUrl } from "./server/lib/env";
import { filePagePolicy } from "./server/lib/file-page-policy";

// next-auth asks its own variable for the site's address; without it, it would send people to port 3000.
process.env.NEXTAUTH_URL = appUrl;

/** What an answer that is no page may do if somebody opens it as one. Pages get theirs, with a nonce, in proxy.ts. */
const apiPolicy =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'none'";

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactCompiler: true,
  reactStrictMode: true,
  // npm test checks the types; a start on somebody's machine need not.
  typescript: { ignoreBuildErrors: true },
  // A machine builds once a release: to write a cache for the next build would only delay its start.
  experimental: { turbopackFileSystemCacheForBuild: false },
  serverExternalPackages: ["@node-rs/argon2", "@resvg/resvg-js", "pg", "pino", "prom-client", "zxing-wasm"],
  // HSTS is scripts/web's: what stands here is decided at build time, and https by the address at start.
  async headers() {
    return [
      {
        source: "/:path*",
        headers: [
          { key: "X-Content-Type-Options", value: "nosniff" },
          { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
          { key: "Permissions-Policy", value: "camera=(), geolocation=(), browsing-topics=()" },
          { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
          { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
        ],
      },
      { source: "/api/:path*", headers: [{ key: "Content-Security-Policy", value: apiPolicy }] },
      // Set here too: for a header that both set, this file wins over the route.
      {
        source: "/api/files/:path*",
        headers: [{ key: "Content-Security-Policy", value: filePagePolicy }],
      },
    ];
  },
};

export default createNextIntlPlugin("./app/i18n/request.ts")(nextConfig);
