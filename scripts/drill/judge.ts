import { cast, type SimulatedMessage } from "../testing/simulator-client";
import type { Customer } from "./customer";
import type { World } from "./start-world";

/** A customer with what managers wrote to them. */
export interface Talk {
  customer: Customer;
  replies: string[];
}

export interface Verdict {
  lost: string[];
  storedTwice: string[];
  repliesLost: string[];
  notInTopic: string[];
  notPushed: string[];
  notOnPage: string[];
  doubled: string[];
  orderBroken: string[];
  unserved: string[];
  unnoticed: number;
  failed: number;
  unknown: number;
}

/** How the mark of a message with a file ends. */
export const fileMark = "-99";

/** The marks of the drill's messages in a text: `c03-11` is customer 3's eleventh, `r03-04` the fourth reply to them. */
export function tokensIn(text: string): string[] {
  return text.match(/\b[cr]\d\d-\d\d\b/g) ?? [];
}

type StoredMessage = { conversation_id: number; author: string; text: string };

/** Compares what was said with what is stored, what stands in topics and private chats, and what pages were told. */
export async function judge(world: World, talks: Talk[]): Promise<Verdict> {
  const stored = await world.ask<StoredMessage>(
    "select conversation_id, author::text, text from messages where author in ('customer', 'manager') order by conversation_id, seq",
  );
  const storedTokens = (author: string) =>
    stored.filter((message) => message.author === author).flatMap(({ text }) => tokensIn(text));
  const byCustomers = storedTokens("customer");
  const byManagers = storedTokens("manager");
  const said = talks.flatMap(({ customer }) => customer.said.flatMap(tokensIn));
  const replied = talks.flatMap(({ replies }) => replies.flatMap(tokensIn));
  const unknownTexts = await world.ask<{ text: string; noticed: boolean }>(
    `select messages.text, exists (
         select 1 from deliveries notices where notices.dedupe_key like 'undelivered:' || deliveries.id || ':%'
       ) as noticed
     from deliveries join messages on messages.id = deliveries.message_id
     where deliveries.state = 'unknown' and messages.author = 'manager'`,
  );
  const unknown = new Set(unknownTexts.flatMap(({ text }) => tokensIn(text)));
  const verdict: Verdict = {
    lost: missing(said, byCustomers),
    storedTwice: [...extra(byCustomers), ...extra(byManagers)],
    repliesLost: missing(replied, byManagers),
    notInTopic: [],
    notPushed: [],
    notOnPage: [],
    doubled: [],
    orderBroken: [...misplaced(byCustomers), ...misplaced(byManagers)],
    unserved: await unserved(world),
    unnoticed: unknownTexts.filter(({ noticed }) => !noticed).length,
    ...(await deliveryStates(world)),
  };
  const inTopics = await topicTokens(world);
  verdict.doubled.push(...inTopics.emptyTopics);
  for (const { customer, replies } of talks) {
    const own = customer.said.flatMap(tokensIn);
    const answers = replies.flatMap(tokensIn);
    if (answers.length > 0) {
      const seen = inTopics.tokens.filter((token) => own.includes(token));
      verdict.notInTopic.push(...missing(own, seen));
      verdict.doubled.push(...extra(seen));
      verdict.orderBroken.push(...misplaced(seen));
    }
    const pushed = fromBot(await world.simulator.privateMessages(customer.id))
      .flatMap((message) => tokensIn(message.text ?? message.caption ?? ""))
      .filter((token) => token.startsWith("r"));
    verdict.doubled.push(...extra(pushed));
    verdict.orderBroken.push(...misplaced(pushed));
    const { page } = customer;
    if (page) verdict.notOnPage.push(...missing([...own, ...answers], pageTokens(page)));
    else verdict.notPushed.push(...missing(answers, pushed).filter((token) => !unknown.has(token)));
  }
  return verdict;
}

function pageTokens(page: NonNullable<Customer["page"]>): string[] {
  return page.events.flatMap((event) => (event.type === "message" ? tokensIn(event.message.text) : []));
}

function fromBot(messages: SimulatedMessage[]): SimulatedMessage[] {
  return messages.filter(({ from }) => from?.is_bot);
}

/** Customers' words in all topics, in order, cards and notices left out; and topics that a lost answer left empty. */
async function topicTokens({ simulator }: World): Promise<{ tokens: string[]; emptyTopics: string[] }> {
  const tokens: string[] = [];
  const emptyTopics: string[] = [];
  for (const topic of await simulator.topics()) {
    const messages = fromBot(await simulator.topicMessages(topic.id)).filter(
      (message) => message.text ?? message.caption,
    );
    if (messages.length === 0 && topic.id !== 1) emptyTopics.push(`topic ${topic.name}`);
    for (const { reply_markup, text, caption } of messages) {
      if (!reply_markup)
        tokens.push(...tokensIn(text ?? caption ?? "").filter((token) => token.startsWith("c")));
    }
  }
  return { tokens, emptyTopics };
}

async function deliveryStates(world: World): Promise<{ failed: number; unknown: number }> {
  const [row] = await world.ask<{ failed: number; unknown: number }>(
    `select count(*) filter (where state = 'failed')::int as failed,
       count(*) filter (where state = 'unknown')::int as unknown from deliveries`,
  );
  return row ?? { failed: 0, unknown: 0 };
}

/** Conversations with words that nobody answered and nobody is going to see. */
async function unserved(world: World): Promise<string[]> {
  const rows = await world.ask<{ id: number; state: string }>(
    `select id, state::text from conversations
     where exists (select 1 from messages where conversation_id = conversations.id and author = 'customer'
                   and seq > answered_seq)
       and not (state in ('waiting', 'manager') and exists (
         select 1 from topics join chats on chats.id = topics.chat_id
         where topics.conversation_id = conversations.id and topics.state = 'open'
           and topics.external_id is not null and chats.external_id = $1
           and topics.mirrored_seq >= (select max(seq) from messages where conversation_id = conversations.id
                                       and author = 'customer')))`,
    [String(cast.managersGroup.id)],
  );
  return rows.map(({ id, state }) => `conversation ${id} (${state})`);
}

function missing(wanted: string[], there: string[]): string[] {
  const found = new Set(there);
  return wanted.filter((token) => !found.has(token));
}

/** Every occurrence after the first. */
function extra(tokens: string[]): string[] {
  return tokens.filter((token, index) => tokens.indexOf(token) !== index);
}

/** What first stands behind something of the same talk that was said later; what carried a file was said beside it. */
function misplaced(tokens: string[]): string[] {
  const last = new Map<string, string>();
  return [...new Set(tokens)].filter((token) => {
    if (token.endsWith(fileMark)) return false;
    const talk = token.slice(0, 3);
    const before = last.get(talk);
    last.set(talk, token);
    return before !== undefined && before > token;
  });
}
