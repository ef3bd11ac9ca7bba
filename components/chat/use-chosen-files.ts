import { useCallback, useState } from "react";
import type { Chat } from "@/components/chat/create-chat";
import { loadAttachments } from "@/components/chat/lazy-attachments";
import type { Uploads } from "@/components/chat/uploads/create-uploads";
import { useLeaveWarning } from "@/components/chat/use-leave-warning";

/** The files chosen on this page, null before the first; `act` tells the customer when the code for them did not load. */
export function useChosenFiles(chat: Chat, act: (action: () => Promise<void>) => Promise<boolean>) {
  const [uploads, setUploads] = useState<Uploads | null>(null);
  useLeaveWarning(uploads);

  const choose = useCallback(
    (files: File[]): void => {
      if (files.length === 0) return;
      void act(async () => {
        const opened = await chat.uploads();
        setUploads(opened);
        opened.add(files);
        // Soon a message with them stands in the history.
        await loadAttachments();
      });
    },
    [chat, act],
  );
  return { uploads, choose };
}
