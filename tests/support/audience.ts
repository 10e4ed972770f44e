import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";

/** What one listener got: right bytes, from the beginning on, and whether the answer came to its end. */
export type Heard = { status: number; got: number; isRight: boolean; isWhole: boolean };

/** Many who have asked for the same and wait after the first bytes, each on a connection of their own. */
export async function audience(url: string, count: number, whole: Buffer) {
  const answers = await Promise.all(Array.from({ length: count }, () => firstBytesOf(url)));
  const heard = answers.map((answer) => compare(answer, whole));
  return {
    /** Lets all listen on, until each answer has ended in one way or another. */
    listen(): Promise<Heard[]> {
      for (const answer of answers) answer.resume();
      return Promise.all(heard);
    },
  };
}

async function firstBytesOf(url: string): Promise<IncomingMessage> {
  const request = get(url, { agent: false }).on("error", () => {});
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  return answer.on("error", () => {}).pause();
}

async function compare(answer: IncomingMessage, whole: Buffer): Promise<Heard> {
  let got = 0;
  let isRight = true;
  answer.on("data", (chunk: Buffer) => {
    isRight &&= whole.subarray(got, got + chunk.length).equals(chunk);
    got += chunk.length;
  });
  answer.pause();
  await new Promise((resolve) => answer.once("close", resolve)); // `once` of node:events would throw what broke it
  return { status: answer.statusCode ?? 0, got, isRight, isWhole: answer.complete };
}
