import { db } from "@/server/lib/db";

/** By resource a print of what its listener works by: another print asks for another listener. */
export type ConfigurationPrints = Map<number, string>;

/** The prints of these resources as they are now. */
export async function configurationPrints(resourceIds: number[]): Promise<ConfigurationPrints> {
  if (resourceIds.length === 0) return new Map();
  const resources = await db.$queryRaw<{ id: number; print: string }[]>`
    select id, md5(concat_ws(' ', settings, credentials, world)) as print
    from resources where id = any(${resourceIds})`;
  return new Map(resources.map(({ id, print }) => [id, print]));
}
