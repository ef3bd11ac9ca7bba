import { type ChatSession, SessionError } from "@/components/chat/chat-session";
import { type PostFile, postFile } from "@/components/chat/uploads/post-file";

/** Uploads as the customer of a session, which is renewed once when it has run out. */
export function postBySession(session: ChatSession): PostFile {
  return async (...upload) => {
    const send = (token: string) => postFile({ Authorization: `Bearer ${token}` }, ...upload);
    const [, , signal] = upload;
    try {
      const token = await session.token();
      const answer = await send(token);
      if (answer.status !== 401 || signal.aborted) return answer;
      return await send(await session.renew(token));
    } catch (error) {
      if (!(error instanceof SessionError)) throw error;
      return { status: error.refusal === "unreachable" ? 0 : 401, body: null };
    }
  };
}
