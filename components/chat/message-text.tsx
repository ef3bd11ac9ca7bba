import { lazy, Suspense } from "react";
import { LinkedText } from "@/components/chat/linked-text";
import type { TextEntity } from "@/server/lib/text-entity";

// Few messages are formatted; until the code is there the words stand as they are.
const RichText = lazy(async () => {
  const { RichText: rich } = await import("@/components/chat/rich-text");
  return { default: rich };
});

/** A message's text as written: line breaks kept, addresses made links, its own formatting followed, nothing else interpreted. */
export function MessageText({ text, entities = [] }: { text: string; entities?: TextEntity[] }) {
  if (entities.length === 0) return <LinkedText text={text} />;
  return (
    <Suspense fallback={text}>
      <RichText text={text} entities={entities} />
    </Suspense>
  );
}
