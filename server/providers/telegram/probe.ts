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
      detail: failure.detail,
      ...(failure.kind === "unauthorised"
        ? { code: "token_invalid", field: "token" }
        : { code: "unreachable" }),
    };
  }
  const warnings: Finding[] = [];
  if (settings.managerGroupIds.length === 0) warnings.push({ code: "group_missing", detail: "" });
  const groups: { chatId: string; trouble: Finding | null }[] = [];
  for (const groupId of settings.managerGroupIds) {
    const { title, trouble } = await probeGroup(api, groupId, me.id);
    // Nothing about the group: the account or the way to it fails.
    if (trouble?.code === "unreachable" || trouble?.code === "token_invalid")
      return { ok: false, code: trouble.code, detail: trouble.detail };
    groups.push({ chatId: groupId, ...(title && { title }), trouble });
  }
  const account = {
    id: String(me.id),
    username: me.username,
    name: me.first_name,
    readsAll: me.can_read_all_group_messages,
  };
  return { ok: true, account, warnings, groups };
}

async function probeGroup(
  api: Api,
  groupId: string,
  botId: number,
): Promise<{ title?: string; trouble: Finding | null }> {
  let title: string | undefined;
  const found = (code: string, detail = groupId) => ({ title, trouble: { code, detail } });
  try {
    const chat = await api.getChat(Number(groupId));
    title = "title" in chat ? chat.title : undefined;
    if (!("is_forum" in chat && chat.is_forum)) return found("group_not_forum");
    const member = await api.getChatMember(Number(groupId), botId);
    if (member.status === "kicked" || member.status === "left") return found("bot_kicked");
    const mayManage = member.status === "administrator" && member.can_manage_topics === true;
    return mayManage ? { title, trouble: null } : found("group_no_rights");
  } catch (error) {
    const failure = toSendFailure(error);
    if (failure.kind === "retry") return found("unreachable", failure.detail);
    if (failure.kind === "unauthorised") return found("token_invalid", failure.detail);
    // A group that became a supergroup is followed when the first message goes there.
    if (failure.kind === "moved") return { title, trouble: null };
    return found(failure.kind === "kicked" ? "bot_kicked" : "group_gone", failure.detail);
  }
}
