import { MessageLink } from "@/components/chat/message-link";
import { splitLinks } from "@/components/chat/split-links";

/** Plain text with its addresses made links. */
export function LinkedText({ text }: { text: string }) {
  return splitLinks(text).map(({ text: piece, href }, index) => {
    // The pieces of one text never change places, so their index is their identity.
    const key = `${index}:${piece}`;
    return href ? (
      <MessageLink key={key} href={href}>
        {piece}
      </MessageLink>
    ) : (
      <span key={key}>{piece}</span>
    );
  });
}
