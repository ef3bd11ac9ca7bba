import { BlockList, isIP } from "node:net";

const family = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

function add(list: BlockList, entry: string): void {
  const [address = "", bits] = entry.split("/");
  if (isIP(address) === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) throw new RangeError(entry);
  if (bits === undefined) list.addAddress(address, family(address));
  else list.addSubnet(address, Number(bits), family(address));
}

/** A test of whether a plain address is one of those proxies. Throws one line that names TRUSTED_PROXIES. */
export function trustedProxies(entries: string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const entry of entries) {
    try {
      add(list, entry);
    } catch {
      throw new Error(
        `TRUSTED_PROXIES should be addresses or ranges with commas, such as 10.0.0.0/8: not ${entry}.`,
      );
    }
  }
  return (address) => list.check(address, family(address));
}
