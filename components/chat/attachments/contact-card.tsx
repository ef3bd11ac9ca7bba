import { Phone } from "lucide-react";
import { ChatAvatar } from "@/components/chat/chat-avatar";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { AttachmentView } from "@/server/domain/files/schema";

/** A person's name and number; the number calls. */
export function ContactCard({ attachment: { details } }: { attachment: AttachmentView }) {
  const { t } = useChatTexts();
  const name = [details.firstName, details.lastName].filter(Boolean).join(" ") || t("contact");
  const number = (details.phoneNumber ?? "").replace(/[^\d+*#]/g, "");
  return (
    <div className="chat-contact">
      <ChatAvatar author="manager" name={name} />
      <p className="min-w-0 flex-1 leading-snug">
        <span dir="auto" className="line-clamp-2 break-words font-medium">
          {name}
        </span>
        {number && (
          <a href={`tel:${number}`} className="block text-[13px] underline underline-offset-2">
            {details.phoneNumber}
          </a>
        )}
      </p>
      {number && (
        <a href={`tel:${number}`} aria-label={t("call", { name })} className="chat-player-button">
          <Phone aria-hidden="true" className="size-4.5" />
        </a>
      )}
    </div>
  );
}
