import { hostname, networkInterfaces } from "node:os";

/** Where other machines of the network reach a port of this one: its first IPv4 address, else its name. */
export function outsideAddress(port: string | undefined): string {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  const own = addresses.find(({ family, internal }) => family === "IPv4" && !internal);
  return `http://${own?.address ?? hostname()}:${port}`;
}
