import { splitLinks } from "@/components/chat/split-links";
import { telegramWebApp } from "@/components/chat/telegram-web-app";

/** A message's text as written: line breaks kept, addresses made links, nothing else interpreted. */
export function MessageText({ text }: { text: string }) {
  return splitLinks(text).map(({ text: piece, href }, index) => {
    // The pieces of one text never change places, so their index is their identity.
    const key = `${index}:${piece}`;
    if (!href) return <span key={key}>{piece}</span>;
    const isWeb = href.startsWith("http");
    return (
      <a
        key={key}
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
        {piece}
      </a>
    );
  });
}
