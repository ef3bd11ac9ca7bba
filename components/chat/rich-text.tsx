import { type ReactNode, useState } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";
import { LinkedText } from "@/components/chat/linked-text";
import { MessageLink } from "@/components/chat/message-link";
import { safeLink } from "@/components/chat/safe-link";
import { type TextNode, textNodes } from "@/components/chat/text-nodes";
import type { TextEntity } from "@/server/lib/text-entity";

type RichTextProps = { text: string; entities: TextEntity[] };

/** A text with its formatting; only what is listed here can come out of it. */
export function RichText({ text, entities }: RichTextProps) {
  return <Nodes nodes={textNodes(text, entities)} isLiteral={false} />;
}

/** Addresses in code and in links are no links of their own. */
function Nodes({ nodes, isLiteral }: { nodes: TextNode[]; isLiteral: boolean }) {
  return nodes.map((node) => {
    if ("text" in node) return isLiteral ? node.text : <LinkedText key={node.at} text={node.text} />;
    const { type } = node.entity;
    const isInside = isLiteral || type === "code" || type === "pre" || type === "text_link";
    return (
      <Formatted key={node.at} entity={node.entity}>
        <Nodes nodes={node.children} isLiteral={isInside} />
      </Formatted>
    );
  });
}

function Formatted({ entity, children }: { entity: TextEntity; children: ReactNode }) {
  switch (entity.type) {
    case "bold":
      return <strong className="font-semibold">{children}</strong>;
    case "italic":
      return <em>{children}</em>;
    case "underline":
      return <u className="underline-offset-2">{children}</u>;
    case "strikethrough":
      return <s>{children}</s>;
    case "code":
      return <code className="chat-code">{children}</code>;
    case "pre":
      return (
        <pre className="chat-pre">
          <code>{children}</code>
        </pre>
      );
    case "blockquote":
      return <blockquote className="chat-quote">{children}</blockquote>;
    case "spoiler":
      return <Spoiler>{children}</Spoiler>;
    case "text_link": {
      const href = safeLink(entity.url);
      return href ? <MessageLink href={href}>{children}</MessageLink> : children;
    }
  }
}

function Spoiler({ children }: { children: ReactNode }) {
  const { t } = useChatTexts();
  const [isShown, setShown] = useState(false);
  if (isShown) return <span className="chat-spoiler-shown">{children}</span>;
  return (
    <button type="button" aria-label={t("spoiler")} className="chat-spoiler" onClick={() => setShown(true)}>
      <span aria-hidden="true" inert>
        {children}
      </span>
    </button>
  );
}
