import { lazy, Suspense } from "react";
import type { Reference } from "@/components/chat/composer-reference";
import type { CitationView, CustomerMessageView } from "@/server/domain/conversations/schema";
import type { AttachmentView } from "@/server/domain/files/schema";

// Fetched when first asked for: most visits look at no source and no picture.
const CitationSheet = lazy(async () => {
  const { CitationSheet: sheet } = await import("@/components/chat/citation-sheet");
  return { default: sheet };
});
const PictureViewer = lazy(async () => {
  const { PictureViewer: viewer } = await import("@/components/chat/attachments/picture-viewer");
  return { default: viewer };
});
const MessageMenu = lazy(async () => {
  const { MessageMenu: menu } = await import("@/components/chat/message-menu");
  return { default: menu };
});

/** What lies over the chat; one thing at a time. */
export type Overlay =
  | { kind: "citation"; citation: CitationView }
  | { kind: "pictures"; pictures: AttachmentView[]; at: number }
  | { kind: "menu"; message: CustomerMessageView; anchor: DOMRect };

type ChatOverlaysProps = {
  overlay: Overlay | null;
  canEdit(message: CustomerMessageView): boolean;
  onClose(): void;
  onReference(reference: Reference): void;
  onReact(message: CustomerMessageView, emoji: string | null): void;
  onFailed(): void;
};

/** The source, the picture or the menu that the customer opened last. */
export function ChatOverlays({
  overlay,
  canEdit,
  onClose,
  onReference,
  onReact,
  onFailed,
}: ChatOverlaysProps) {
  return (
    <Suspense>
      {overlay?.kind === "citation" && <CitationSheet citation={overlay.citation} onClose={onClose} />}
      {overlay?.kind === "pictures" && (
        <PictureViewer pictures={overlay.pictures} at={overlay.at} onClose={onClose} />
      )}
      {overlay?.kind === "menu" && (
        <MessageMenu
          message={overlay.message}
          anchor={overlay.anchor}
          canEdit={canEdit(overlay.message)}
          onClose={onClose}
          onReply={() => onReference({ mode: "reply", message: overlay.message })}
          onEdit={() => onReference({ mode: "edit", message: overlay.message })}
          onReact={(emoji) => onReact(overlay.message, emoji)}
          onFailed={onFailed}
        />
      )}
    </Suspense>
  );
}
