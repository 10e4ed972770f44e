import { networkOf } from "@/lib/http/client-address";
import { DomainError } from "@/lib/platform/errors";
import { countTry, forgetTries, forgetTry, type Limit } from "@/lib/platform/limits";
import type { Caller } from "@/lib/web/caller";

const QUARTER = 15 * 60;
const HOUR = 3600;

/** The narrow one first: whoever is stopped by it does not use up the tries of others. */
type Limits = { together: Limit; address: Limit; account: Limit };

const passwords: Limits = {
  together: { name: "password by both", tries: 10, seconds: QUARTER },
  address: { name: "password by address", tries: 60, seconds: QUARTER },
  account: { name: "password by account", tries: 100, seconds: HOUR },
};

const mails: Limits = {
  together: { name: "mail by both", tries: 5, seconds: HOUR },
  address: { name: "mail by address", tries: 60, seconds: HOUR },
  account: { name: "mail by account", tries: 10, seconds: HOUR },
};

const codes: Limits = {
  together: { name: "code by both", tries: 10, seconds: QUARTER },
  address: { name: "code by address", tries: 60, seconds: QUARTER },
  account: { name: "code by account", tries: 20, seconds: HOUR },
};

const secondSteps: Limits = {
  together: { name: "second step by both", tries: 10, seconds: QUARTER },
  address: { name: "second step by address", tries: 60, seconds: QUARTER },
  account: { name: "second step by account", tries: 30, seconds: HOUR },
};

const passkeys: Limit = { name: "passkey by address", tries: 60, seconds: QUARTER };

/** Lets `work` try a password for an account; one that fits is not held against anybody. Throws `too-many`. */
export const withPasswordLimit = <T>(caller: Caller, account: string, work: () => Promise<T>): Promise<T> =>
  withLimits(passwords, caller, account, work);

/** The same for the code that follows a password. */
export const withSecondStepLimit = <T>(caller: Caller, account: string, work: () => Promise<T>): Promise<T> =>
  withLimits(secondSteps, caller, account, work);

/** Before a passkey is asked for or tried: whose it is shows only in the answer. Throws `too-many`. */
export const countPasskey = (caller: Caller): Promise<void> => count([[passkeys, networkOf(caller.address)]]);

async function withLimits<T>(limits: Limits, caller: Caller, of: string, work: () => Promise<T>): Promise<T> {
  const { together, address, account: whole } = countersOf(limits, caller, of);
  await count([together, address, whole]);
  const result = await work();
  await Promise.all([forgetTries(...together), forgetTries(...whole), forgetTry(...address)]);
  return result;
}

/** Before anything that has a mail sent, or makes an account. Throws `too-many`. */
export const countMail = (caller: Caller, account: string): Promise<void> => countAll(mails, caller, account);

/** Before a code or a mailed link is tried. Throws `too-many`. */
export const countCode = (caller: Caller, account: string): Promise<void> => countAll(codes, caller, account);

type Counter = [Limit, string];

async function countAll(limits: Limits, caller: Caller, account: string): Promise<void> {
  const { together, address, account: whole } = countersOf(limits, caller, account);
  await count([together, address, whole]);
}

function countersOf(limits: Limits, caller: Caller, account: string): Record<keyof Limits, Counter> {
  const network = networkOf(caller.address);
  return {
    together: [limits.together, `${network} ${account}`],
    address: [limits.address, network],
    account: [limits.account, account],
  };
}

async function count(counters: Counter[]): Promise<void> {
  for (const [limit, who] of counters) {
    const wait = await countTry(limit, who);
    if (wait) throw tooMany(wait);
  }
}

function tooMany(retryAfter: number): DomainError {
  const minutes = Math.ceil(retryAfter / 60);
  return new DomainError(
    "too-many",
    `That was tried too often. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
    { retryAfter },
  );
}
