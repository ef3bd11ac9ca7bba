import type { Resource } from "@/prisma/generated/client";
import { possibleGroups } from "@/server/domain/resources/possible-groups";
import type { Tx } from "@/server/lib/db";

/** The ids of the groups that can show a resource's conversations now, see `possibleGroups`. */
export async function workingGroups(tx: Tx, resource: Resource): Promise<number[]> {
  const groups = (await possibleGroups(tx, resource)).flat();
  return groups.filter(({ errorCode }) => errorCode === null).map(({ id }) => id);
}
