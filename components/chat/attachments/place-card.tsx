import { MapPin } from "lucide-react";
import { useChatTexts } from "@/components/chat/chat-texts";
import { telegramWebApp } from "@/components/chat/telegram-web-app";
import type { AttachmentView } from "@/server/domain/files/schema";

/** A place: its name and its coordinates, which open a map elsewhere; nothing of that map is loaded here. */
export function PlaceCard({ attachment: { details } }: { attachment: AttachmentView }) {
  const { t } = useChatTexts();
  const latitude = (details.latitude ?? 0).toFixed(5);
  const longitude = (details.longitude ?? 0).toFixed(5);
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="chat-place"
      onClick={(event) => {
        const webApp = telegramWebApp();
        if (!webApp?.initData) return;
        event.preventDefault();
        webApp.openLink(href);
      }}
    >
      <span aria-hidden="true" className="chat-place-map">
        <span className="chat-place-pin">
          <MapPin className="size-5" fill="currentColor" stroke="var(--chat-bubble)" />
        </span>
      </span>
      <span className="block px-3 py-2 leading-snug">
        <span dir="auto" className="line-clamp-2 break-words font-medium">
          {details.title ?? t("location")}
        </span>
        {details.address && (
          <span dir="auto" className="block text-[13px] opacity-85">
            {details.address}
          </span>
        )}
        <span className="block text-xs tabular-nums opacity-85">
          {latitude}, {longitude}
        </span>
        <span className="mt-1 block text-[13px] font-semibold">{t("openMap")}</span>
      </span>
    </a>
  );
}
