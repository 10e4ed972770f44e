import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import type { ActionState } from "@/lib/web/action";

const LOST = "The connection was lost. Try again.";
const RENEWED =
  "The house was renewed while this page stood open. Copy what you need, load the page again, and try once more.";

/** Where the house does not answer an action throws, and the page with all that is typed in it would be given up for that. */
export async function answerOf(run: () => Promise<ActionState>): Promise<ActionState> {
  try {
    return await run();
  } catch (error) {
    unstable_rethrow(error); // notFound() and redirect() are Next's
    if (isOfTheHouse(error)) throw error;
    return { ok: false, sentence: unstable_isUnrecognizedActionError(error) ? RENEWED : LOST, errors: {} };
  }
}

/** A bug over there, which is logged there: it comes with a digest and nothing else. */
const isOfTheHouse = (error: unknown): boolean => error instanceof Error && "digest" in error;
