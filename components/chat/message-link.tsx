import type { ReactNode } from "react";
import { telegramWebApp } from "@/components/chat/telegram-web-app";

/** A link inside a message; `href` is checked already. Inside Telegram its own browser opens what is on the web. */
export function MessageLink({ href, children }: { href: string; children: ReactNode }) {
  const isWeb = href.startsWith("http");
  return (
    <a
      href={href}
      className={`underline decoration-1 underline-offset-2 hover:decoration-2 ${isWeb ? "[overflow-wrap:anywhere]" : "inline-block"}`}
      {...(isWeb && { target: "_blank", rel: "noopener noreferrer nofollow" })}
      onClick={(event) => {
        const webApp = telegramWebApp();
        if (!isWeb || !webApp?.initData) return;
        event.preventDefault();
        webApp.openLink(href);
      }}
    >
      {children}
    </a>
  );
}
