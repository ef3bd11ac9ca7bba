"use client";

import "@/app/globals.css";
import { MessagePage } from "@/components/shell/message-page";

/**
 * Shown when even the layout fails, so it brings its own document, and both languages at once. Every page carries it
 * along, the chat too: it stays small.
 */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <MessagePage code={error.digest ?? "500"} title="Something went wrong" text="Что-то пошло не так.">
          <button type="button" className="text-primary underline" onClick={() => window.location.reload()}>
            Try again · Повторить
          </button>
        </MessagePage>
      </body>
    </html>
  );
}
