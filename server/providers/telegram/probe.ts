import type { Api } from "grammy";
import type { ProbeResult } from "@/server/providers/provider";
import type { TelegramSettings } from "@/server/providers/telegram/schema";
import { toSendFailure } from "@/server/providers/telegram/to-send-failure";

type Finding = { code: string; detail: string };

/** A live look: does the token work, and can the bot open topics in each managers' group? */
export async function probe(api: Api, settings: TelegramSettings): Promise<ProbeResult> {
  let me: Awaited<ReturnType<Api["getMe"]>>;
  try {
    me = await api.getMe();
  } catch (error) {
    const failure = toSendFailure(error);
    return {
      ok: false,
      code: failure.kind === "unauthorised" ? "token_invalid" : "unreachable",
      detail: failure.detail,
    };
  }
  const warnings: Finding[] = [];
  if (settings.managerGroupIds.length === 0) warnings.push({ code: "group_missing", detail: "" });
  const groups: { chatId: string; trouble: Finding | null }[] = [];
  for (const groupId of settings.managerGroupIds) {
    const finding = await probeGroup(api, groupId, me.id);
    // Nothing about the group: the account or the way to it fails.
    if (finding?.code === "unreachable" || finding?.code === "token_invalid")
      return { ok: false, ...finding };
    groups.push({ chatId: groupId, trouble: finding });
  }
  const account = { id: String(me.id), username: me.username, name: me.first_name };
  return { ok: true, account, warnings, groups };
}

async function probeGroup(api: Api, groupId: string, botId: number): Promise<Finding | null> {
  try {
    const chat = await api.getChat(Number(groupId));
    if (!("is_forum" in chat && chat.is_forum)) return { code: "group_not_forum", detail: groupId };
    const member = await api.getChatMember(Number(groupId), botId);
    if (member.status === "kicked" || member.status === "left")
      return { code: "bot_kicked", detail: groupId };
    const mayManage = member.status === "administrator" && member.can_manage_topics === true;
    return mayManage ? null : { code: "group_no_rights", detail: groupId };
  } catch (error) {
    const failure = toSendFailure(error);
    if (failure.kind === "retry") return { code: "unreachable", detail: failure.detail };
    if (failure.kind === "unauthorised") return { code: "token_invalid", detail: failure.detail };
    // A group that became a supergroup is followed when the first message goes there.
    if (failure.kind === "moved") return null;
    return { code: failure.kind === "kicked" ? "bot_kicked" : "group_gone", detail: failure.detail };
  }
}
