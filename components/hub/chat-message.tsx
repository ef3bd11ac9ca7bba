import { useTranslations } from "next-intl";
import { useChatTexts } from "@/components/chat/chat-texts";
import { LazyAttachments } from "@/components/chat/lazy-attachments";
import { ChoosableFace } from "@/components/hub/choosable-face";
import { IntentBadge } from "@/components/hub/intent-badge";
import { LongText } from "@/components/hub/long-text";
import { ForwardedNote, TranscriptNote } from "@/components/hub/message-notes";
import { RoleBadge } from "@/components/hub/role-badge";
import { useNames } from "@/components/hub/use-names";
import { cn } from "@/components/ui/cn";
import type { AttachmentView } from "@/server/domain/files/schema";
import type { HubChatMessage } from "@/server/domain/messages/hub/page-schema";

type ChatMessageProps = {
  message: HubChatMessage;
  parts: HubChatMessage[];
  isFirst: boolean;
  isActive: boolean;
  isChosen: boolean;
  isChoosing: boolean;
  onActive: () => void;
  onToggle: () => void;
  onJump: (id: number) => void;
  onLook: (pictures: AttachmentView[], at: number) => void;
};

/** A message in its chat: whom it answers, what it carries, and what it was understood as. */
export function ChatMessage(props: ChatMessageProps) {
  const { message, parts, isFirst, isActive, isChosen, isChoosing } = props;
  const t = useTranslations("Hub");
  const { clock, date } = useChatTexts();
  const names = useNames();
  const name = names.author(message);
  const time = new Date(message.sentAt);
  const full = date(time, { dateStyle: "long", timeStyle: "short" });
  const attachments = parts.flatMap((part) => part.attachments);
  const isEmpty = !message.text && attachments.length === 0 && !message.transcript;
  if (message.author === "system" || message.type === "service")
    return (
      <p className="px-4 py-2 text-center text-xs text-muted-foreground [overflow-wrap:anywhere]">
        {message.text || names.kind(message.type)}
      </p>
    );
  // A player says what is heard; without one the words stand alone.
  const isHeardElsewhere = attachments.some(
    ({ state, transcript }) => state === "ready" && transcript?.state === "ready",
  );
  return (
    <article
      aria-label={`${name}, ${full}`}
      className={cn(
        "group/message relative flex gap-3 px-4 sm:px-5",
        isFirst ? "pt-3 pb-1" : "py-1",
        isActive && "bg-accent/60 shadow-[inset_2px_0_0_var(--primary)]",
        isChosen && "bg-accent/60",
      )}
    >
      <ChoosableFace
        name={name}
        contactId={message.contact?.id ?? 0}
        hasFace={isFirst}
        isActive={isActive}
        isChosen={isChosen}
        isChoosing={isChoosing}
        onToggle={props.onToggle}
      />
      <div className="min-w-0 flex-1">
        {isFirst && (
          <div className="flex min-w-0 items-baseline gap-1.5">
            <button
              type="button"
              data-row={message.id}
              title={name}
              className="relative min-w-0 text-left text-sm font-semibold after:absolute after:inset-x-0 after:-inset-y-2.5 hover:underline sm:after:hidden"
              onClick={props.onActive}
            >
              <bdi className="block truncate">{name}</bdi>
            </button>
            <RoleBadge message={message} />
            <time
              dateTime={message.sentAt}
              title={full}
              className="shrink-0 text-xs text-muted-foreground tabular-nums"
            >
              {clock(time)}
            </time>
          </div>
        )}
        <ForwardedNote message={message} />
        {message.replyTo && (
          <button
            type="button"
            className="my-1 block max-w-full min-w-0 rounded-r-md border-l-2 border-primary/60 bg-muted/60 py-1 pr-3 pl-2.5 text-left hover:bg-muted"
            onClick={() => message.replyTo && props.onJump(message.replyTo.id)}
          >
            <span className="sr-only">{t("goToOriginal")} </span>
            <span className="block truncate text-xs font-semibold">{names.author(message.replyTo)}</span>
            <span className="block truncate text-[13px] text-muted-foreground">
              {message.replyTo.text || names.kind(message.replyTo.type)}
            </span>
          </button>
        )}
        {message.deletedAt ? (
          <p className="text-sm text-muted-foreground italic">{t("deleted")}</p>
        ) : (
          <>
            {attachments.length > 0 && (
              <div className="my-1 max-w-md">
                <LazyAttachments attachments={attachments} onLook={props.onLook} />
              </div>
            )}
            {message.text && <LongText text={message.text} />}
            {!isHeardElsewhere && <TranscriptNote transcript={message.transcript} />}
            {isEmpty && <p className="text-sm text-muted-foreground italic">{names.kind(message.type)}</p>}
          </>
        )}
        {!isFirst && (
          <button
            type="button"
            data-row={message.id}
            title={full}
            aria-label={t("detailsOf", { time: full })}
            className="absolute top-1 right-3 rounded bg-background px-1 text-xs text-muted-foreground tabular-nums opacity-0 group-hover/message:opacity-100 hover:text-foreground focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
            onClick={props.onActive}
          >
            {clock(time)}
          </button>
        )}
        {(message.intent || message.editedAt) && !message.deletedAt && (
          <div className="mt-1 flex flex-wrap items-center gap-2">
            <IntentBadge message={message} />
            {message.editedAt && <span className="text-xs text-muted-foreground">{t("edited")}</span>}
          </div>
        )}
      </div>
    </article>
  );
}
