import type { Tx } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Whether proposals of a source and kind go out unasked. Throws `forbidden` (`policy_never`) where they are not wanted. */
export async function applyPolicy(
  tx: Tx,
  { workspaceId, source }: { workspaceId: number; source: string },
  kinds: string[],
): Promise<(kind: string) => boolean> {
  const policies = await tx.approvalPolicy.findMany({ where: { workspaceId, source, kind: { in: kinds } } });
  const refused = policies.find(({ mode }) => mode === "never");
  if (refused)
    throw new AppError(
      "forbidden",
      "policy_never",
      `This workspace takes no proposals of the kind ${refused.kind} from here.`,
    );
  const free = new Set(
    policies
      .filter(({ mode, streak, autoAfter }) => mode === "auto" && streak >= autoAfter)
      .map(({ kind }) => kind),
  );
  return (kind) => free.has(kind);
}
