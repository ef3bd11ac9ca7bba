import { type ComponentType, lazy, Suspense, useState } from "react";
import type { AttachmentView } from "@/server/domain/files/schema";

type Props = {
  attachments: AttachmentView[];
  previews?: readonly (string | null)[];
  onLook(pictures: AttachmentView[], at: number): void;
};

let loaded: ComponentType<Props> | null = null;

/** Brings the code that draws attachments; called before a history that has some is first drawn. */
export async function loadAttachments(): Promise<ComponentType<Props>> {
  const { Attachments } = await import("@/components/chat/attachments/attachments");
  loaded = Attachments;
  return Attachments;
}

const Later = lazy(async () => ({ default: await loadAttachments() }));

/** What a message carries, drawn by code that visits without files never load. */
export function LazyAttachments(props: Props) {
  // Chosen once: a row that began with one of them would lose its players in a change.
  const [Ready] = useState(() => loaded);
  if (Ready) return <Ready {...props} />;
  return (
    <Suspense fallback={<span className="chat-bone block h-40 w-64 max-w-full rounded-xl" />}>
      <Later {...props} />
    </Suspense>
  );
}
