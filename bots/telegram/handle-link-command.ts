import type { UpdateContext } from "@/bots/telegram/update-context";
import { rateLimit } from "@/server/auth/rate-limit";
import { replyInChat } from "@/server/domain/conversations/reply-in-chat";
import { linkIdentity } from "@/server/domain/workspaces/team/link-identity";
import type { CustomerActor } from "@/server/lib/actor";
import { AppError } from "@/server/lib/errors";
import { localeFor, type PhraseKey, type PhraseValues, phrase } from "@/server/lib/phrases";

const words = {
  wrong_code: "Managers.linkWrong",
  taken: "Managers.linkTaken",
  other_account: "Managers.linkOther",
} as const;

/** `/link <code>` in the private chat: ties the writer's account to a member. It is never a customer's message. */
export async function handleLinkCommand(
  context: UpdateContext,
  actor: CustomerActor,
  chatExternalId: string,
  code: string,
): Promise<void> {
  const { resource, updateKey } = context;
  const answer = await answerTo(actor, code);
  await replyInChat(actor, {
    resourceId: resource.id,
    chatExternalId,
    text: phrase(localeFor(resource.workspace.locale), ...answer),
    updateKey,
  });
}

async function answerTo(actor: CustomerActor, code: string): Promise<[PhraseKey, PhraseValues?]> {
  if (!code) return ["Managers.linkUsage"];
  try {
    await rateLimit("link-code", actor.contactId);
  } catch (refusal) {
    if (!(refusal instanceof AppError)) throw refusal;
    return ["Managers.linkTooOften", { minutes: Math.ceil((refusal.retryAfterSeconds ?? 60) / 60) }];
  }
  const linked = await linkIdentity(actor, code);
  if (!linked.ok) return [words[linked.reason]];
  return ["Managers.linked", { name: linked.member, workspace: linked.workspace }];
}
