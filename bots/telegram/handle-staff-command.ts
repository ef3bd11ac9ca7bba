import type { Message } from "grammy/types";
import type { Command } from "@/bots/telegram/read-command";
import type { UpdateContext } from "@/bots/telegram/update-context";
import { listStaff } from "@/server/domain/contacts/list-staff";
import { setManager } from "@/server/domain/contacts/set-manager";
import { addNote } from "@/server/domain/conversations/add-note";
import { closeConversation } from "@/server/domain/conversations/close-conversation";
import { replyInChat } from "@/server/domain/conversations/reply-in-chat";
import { returnToAssistant } from "@/server/domain/conversations/return-to-assistant";
import { showCard } from "@/server/domain/conversations/show-card";
import { displayName } from "@/server/domain/conversations/topic-lines";
import type { StaffContactActor } from "@/server/lib/actor";
import { localeFor, type PhraseKey, type PhraseValues, phrase } from "@/server/lib/phrases";

type Answer = [PhraseKey, PhraseValues?] | null;
type Topic = { chatExternalId: string; topicExternalId: string };

/** Carries out a command of staff and answers it where it was given; false for a command nobody here knows. */
export async function handleStaffCommand(
  context: UpdateContext,
  actor: StaffContactActor,
  command: Command,
  message: Message,
): Promise<boolean> {
  const { resource, updateKey } = context;
  const locale = localeFor(resource.workspace.locale);
  const chatExternalId = String(message.chat.id);
  const topicExternalId = message.is_topic_message ? String(message.message_thread_id) : undefined;
  const answer =
    (await rosterCommand(actor, command, locale)) ??
    (await topicCommand(
      actor,
      command,
      topicExternalId ? { chatExternalId, topicExternalId } : null,
      message,
      updateKey,
    ));
  if (answer === undefined) return false;
  if (answer) {
    const text = phrase(locale, ...answer);
    await replyInChat(actor, { resourceId: resource.id, chatExternalId, topicExternalId, text, updateKey });
  }
  return true;
}

/** Commands about who is a manager; undefined for every other command. */
async function rosterCommand(
  actor: StaffContactActor,
  { name, rest }: Command,
  locale: "en" | "ru",
): Promise<Answer | undefined> {
  // In a group everybody would read the code.
  if (name === "link") return ["Managers.linkPrivately"];
  if (name !== "addmanager" && name !== "removemanager" && name !== "managers") return undefined;
  if (actor.role === "manager") return ["Managers.adminsOnly"];
  if (name === "managers") {
    const staff = await listStaff(actor);
    const list = staff
      .map(
        (one) =>
          `• ${displayName(one)} — ${phrase(locale, "Managers.role", { role: one.role })} (${one.externalId})`,
      )
      .join("\n");
    return list ? ["Managers.list", { list }] : ["Managers.listEmpty"];
  }
  const [, externalId, personName] = /^(\d{4,16})(?:\s+(.{1,64}))?$/su.exec(rest) ?? [];
  if (name === "addmanager") {
    if (!externalId || !personName) return ["Managers.addUsage"];
    const added = await setManager(actor, { provider: "telegram", externalId, name: personName }, true);
    return [added ? "Managers.added" : "Managers.alreadyStaff", { name: personName }];
  }
  if (!externalId) return ["Managers.removeUsage"];
  const removed = await setManager(actor, { provider: "telegram", externalId }, false);
  return removed ? ["Managers.removed", { name: personName ?? externalId }] : ["Managers.notManager"];
}

/** Commands about the conversation of a topic; undefined for every other command. */
async function topicCommand(
  actor: StaffContactActor,
  { name, rest }: Command,
  topic: Topic | null,
  message: Message,
  updateKey: string,
): Promise<Answer | undefined> {
  if (!["close", "ai", "note", "card"].includes(name)) return undefined;
  if (!topic) return ["Managers.topicOnly"];
  if (name === "note" && !rest) return ["Managers.noteUsage"];
  const done =
    name === "close"
      ? await closeConversation(actor, topic)
      : name === "ai"
        ? await returnToAssistant(actor, topic)
        : name === "card"
          ? await showCard(actor, { ...topic, updateKey })
          : await addNote(actor, { ...topic, text: rest, id: String(message.message_id) });
  if (!done.ok) return [done.reason === "closed" ? "Managers.closedAlready" : "Managers.noConversation"];
  if (name === "ai") return ["Managers.returned"];
  // Closing shows in the topic itself, and the card is its own answer.
  return name === "note" ? ["Managers.noteSaved"] : null;
}
