"use client";

import { FileText, MapPin, UserRound } from "lucide-react";
import Image from "next/image";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TelegramMessage } from "@/components/simulator/simulator-types";
import { isService } from "@/components/simulator/simulator-views";

const fileAddress = (id: string) => `/api/simulator/files/${encodeURIComponent(id)}`;

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex items-center gap-2 py-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
      {icon}
      <span className="min-w-0 break-words">{children}</span>
    </span>
  );
}

/** What a message carries beside its text; nothing for a plain one. */
export function MessageMedia({ message }: { message: TelegramMessage }) {
  const t = useTranslations("Simulator");
  const { photo, voice, audio, video, video_note, sticker, location, contact } = message;
  const picture = photo?.at(-1);
  if (picture) {
    return (
      <Image
        src={fileAddress(picture.file_id)}
        alt={t("photo")}
        width={picture.width}
        height={picture.height}
        unoptimized
        className="mb-1 max-h-56 w-full rounded-xl object-cover"
      />
    );
  }
  const sound = voice ?? audio;
  if (sound) {
    return (
      <audio
        controls
        src={fileAddress(sound.file_id)}
        aria-label={t("voice")}
        className="h-10 w-56 max-w-full"
      >
        <track kind="captions" />
      </audio>
    );
  }
  if (sticker) return <Line icon={null}>{sticker.emoji ?? t("sticker")}</Line>;
  const file = message.document ?? video ?? video_note ?? message.animation;
  if (file) {
    return (
      <Line icon={<FileText aria-hidden />}>
        <a href={fileAddress(file.file_id)} target="_blank" rel="noreferrer" className="underline">
          {file.file_name ?? t("file")}
        </a>
      </Line>
    );
  }
  if (location) {
    const place = `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}`;
    return <Line icon={<MapPin aria-hidden />}>{t("location", { place })}</Line>;
  }
  if (contact) {
    const name = `${contact.first_name}, ${contact.phone_number}`;
    return <Line icon={<UserRound aria-hidden />}>{t("contactCard", { name })}</Line>;
  }
  if (message.text === undefined && message.caption === undefined && !isService(message)) {
    return <span className="text-muted-foreground italic">{t("unsupported")}</span>;
  }
  return null;
}
