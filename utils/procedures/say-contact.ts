import type { Channel, Contact } from "../policy/policy.ts";

/** "Ana Ruiz, Campus registrar"; the role alone when the LEA names no person. */
export const sayWho = ({ name, role }: Contact): string => (name === undefined ? role : `${name}, ${role}`);

/** Who and how to reach them: "Ana Ruiz, Campus registrar (ana@lea.example, 512-555-0100, Mon-Fri 8-4)". */
export const sayReach = (contact: Contact, channels: readonly Channel[]): string => {
  const kinds = channels.map(({ kind }) => kind);
  const ways = [
    kinds.includes("mail") ? contact.email : undefined,
    kinds.includes("phone") ? contact.phone : undefined,
    ...channels.map((channel) => ("url" in channel ? channel.url : undefined)),
    contact.hours,
  ].filter((way) => way !== undefined);
  return ways.length === 0 ? sayWho(contact) : `${sayWho(contact)} (${ways.join(", ")})`;
};
