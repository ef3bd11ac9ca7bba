"use client";

import "@/app/globals.css";
import ErrorPage from "@/app/error";

type GlobalErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** Shown when even the layout fails, so it brings its own document. */
export default function GlobalError(props: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
